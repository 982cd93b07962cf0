import { planChaos } from '../plan/planChaos';
import type { Outcome, SeenAudit, SeenEntry, SeenEvent, SeenState, SeenTicket } from './outcome';

export const FIELDS = { line: 1, action: 2, credit: 3 };
export const CLIENT = '100';
export const AGENT = '500';
export const ACCOUNT = '9';

const AT = '2026-03-01T10:00:00Z';

/** One event of an audit; what is not given is not there. */
export function buildEvent(event: Partial<SeenEvent> & { type: string }): SeenEvent {
  return {
    fieldName: undefined,
    value: undefined,
    previous: undefined,
    body: undefined,
    isPublic: undefined,
    authorId: undefined,
    ...event,
  };
}

export const setField = (field: number | string, value: unknown) =>
  buildEvent({ type: 'Change', fieldName: String(field), value });

/** Audits of one ticket, a minute apart. */
export function buildAudits(...audits: (Partial<SeenAudit> & { events: SeenEvent[] })[]): SeenAudit[] {
  return audits.map((audit, index) => ({
    id: String(1_000 + index),
    at: `2026-03-01T10:0${index}:00Z`,
    authorId: AGENT,
    via: undefined,
    ...audit,
  }));
}

export function buildTicket(ticket: Partial<SeenTicket> = {}): SeenTicket {
  return {
    id: '7',
    isGone: false,
    status: 'open',
    tags: ['tech', 'credit_debited'],
    requesterId: CLIENT,
    type: null,
    problemTicketId: undefined,
    followUpOf: undefined,
    createdAt: AT,
    line: 'tech',
    action: undefined,
    audits: buildAudits({ authorId: CLIENT, events: [setField(FIELDS.line, 'tech')] }),
    ...ticket,
  };
}

export function buildState(state: Partial<SeenState> = {}): SeenState {
  return {
    ticketId: '7',
    requesterId: CLIENT,
    accountId: ACCOUNT,
    line: 'tech',
    problemId: 'zt_7',
    creditState: 'debited',
    reason: 'charged',
    endedAs: undefined,
    ...state,
  };
}

export function buildEntry(entry: Partial<SeenEntry> = {}): SeenEntry {
  return {
    billingAccountId: ACCOUNT,
    key: 'debit:zt_7:0',
    kind: 'debit',
    amountCredits: -1,
    balanceAfterCredits: 1,
    reason: 'charged',
    problemId: 'zt_7',
    ticketId: '7',
    refundedKey: undefined,
    actor: { kind: 'rule' },
    occurredAt: AT,
    ...entry,
  };
}

export const GRANT = buildEntry({
  key: `grant:spend:${ACCOUNT}:1`,
  kind: 'grant',
  amountCredits: 2,
  balanceAfterCredits: 2,
  reason: 'spend',
  problemId: undefined,
  ticketId: undefined,
});

/** A client with two credits, one of which was debited for the one ticket: all is right. */
export function buildOutcome(outcome: Partial<Outcome> = {}): Outcome {
  return {
    plan: planChaos({ seed: 'checks', ticketCount: 1 }),
    fields: FIELDS,
    tickets: new Map([['7', buildTicket()]]),
    users: new Map([
      [
        CLIENT,
        {
          id: CLIENT,
          email: 'a@client.test',
          role: 'end-user',
          isVerified: true,
          fields: { support_credits: 1 },
        },
      ],
      [AGENT, { id: AGENT, email: 'b@agent.test', role: 'agent', isVerified: true, fields: {} }],
    ]),
    billing: [
      {
        accountId: ACCOUNT,
        emails: ['a@client.test'],
        spent: '240.00',
        returned: '0.00',
        packs: [],
        returnable: [],
      },
    ],
    entries: [GRANT, buildEntry()],
    states: new Map([['7', buildState()]]),
    balances: new Map([[ACCOUNT, 1]]),
    answers: new Map(),
    health: {
      isAtRest: true,
      movedIn: [],
      verify: { code: 0, output: '' },
      deadJobs: [],
      logErrors: [],
      unaskedEnds: 0,
    },
    ...outcome,
  };
}
