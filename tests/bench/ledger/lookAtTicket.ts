import type { AccountFacts } from '../../../src/domain/accounts/accountFacts';
import { DEFAULT_POLICY } from '../../../src/domain/policy/policy';
import type { Policy } from '../../../src/domain/policy/policy';
import type { Line } from '../../../src/domain/line/line';
import type { Command } from '../../../src/domain/tickets/command';
import { decideTicket } from '../../../src/domain/tickets/decideTicket';
import type { Ledger } from '../../../src/use-cases/ports/ledger';
import { buildTicket } from '../../domain/builders';

const BOUGHT_AT = '2026-01-01T00:00:00.000Z';

/** The published rules, with a pack so large that no run empties it. */
const POLICY: Policy = {
  ...DEFAULT_POLICY,
  packs: [{ pricelistId: 'bench', credits: 1_000_000_000, priceCents: 100, period: 'lifetime' }],
};

/** One look at a ticket as the bridge makes it, with the real rules; answers the credit state that was decided. */
export async function lookAtTicket(
  ledger: Ledger,
  look: { ticketId: string; billingAccountId: string; line: Line; command?: Command },
): Promise<string> {
  const { ticketId, billingAccountId, line, command } = look;
  const now = new Date().toISOString();
  const requesterId = `requester-${billingAccountId}`;
  const ticket = buildTicket({ id: ticketId, requesterId, line, command });
  const facts: AccountFacts = {
    billingAccountId,
    accountName: 'Bench',
    spendCents: 0,
    expenses: [],
    partnerLevel: undefined,
    packs: [
      { billingItemId: billingAccountId, pricelistId: 'bench', boughtAt: BOUGHT_AT, paidUntil: undefined },
    ],
    readAt: now,
  };
  const { decision } = await ledger.decideTicket(
    {
      ticket,
      identity: { kind: 'client', grade: 'verified_email', billingAccountId },
      occurredAt: now,
    },
    (view, isAnswered) =>
      decideTicket(
        {
          ticket,
          reading: { kind: 'client', grade: 'verified_email', facts },
          ledger: view,
          policy: POLICY,
          now,
        },
        isAnswered,
      ),
  );
  return decision.state.creditState;
}
