import { DEFAULT_POLICY } from '../../../src/domain/policy/policy';
import type { CommandAction } from '../../../src/domain/tickets/command';
import type { CreditState } from '../../../src/domain/tickets/creditState';
import type { TicketTale, ToldWorld } from '../../../src/domain/rebuild/ticketTale';

/** Minute `minute` of the ticket's day; the audit of a minute has its number. */
export const stamp = (minute: number) => ({
  at: `2026-11-22T10:${String(minute).padStart(2, '0')}:00Z`,
  auditId: String(1_000 + minute),
});

export const shown = (minute: number, state: CreditState, taken?: CommandAction) => ({
  ...stamp(minute),
  state,
  taken,
});

export const asked = (minute: number, action: CommandAction, actorId = '500') => ({
  ...stamp(minute),
  action,
  actorId,
});

/** Ticket 7 of requester 900, on technical support since minute 0. */
export function buildTale(overrides: Partial<TicketTale> = {}): TicketTale {
  return {
    id: '7',
    createdAt: stamp(0).at,
    requesterId: '900',
    closedAt: '2026-11-30T10:00:00Z',
    followUpOf: undefined,
    shown: [],
    asked: [],
    requesterChanges: [],
    problemLinks: [],
    lineChanges: [{ line: 'tech', at: stamp(0).at, actorId: '500' }],
    agentReplies: [],
    ...overrides,
  };
}

/** Requesters 900 and 901 are of account 1001, 950 of 2002, 999 of none. */
export function buildToldWorld(overrides: Partial<ToldWorld> = {}): ToldWorld {
  return {
    accounts: new Map([
      ['900', '1001'],
      ['901', '1001'],
      ['950', '2002'],
    ]),
    defectIds: new Set(),
    policy: DEFAULT_POLICY,
    ...overrides,
  };
}
