import type { Pool } from 'pg';
import { EMPTY_LEDGER } from '../../../domain/credits/ledgerView';
import type { LedgerView } from '../../../domain/credits/ledgerView';
import type { LedgerSubject } from '../../../use-cases/ports/ledgerViews';
import { inTransaction } from '../inTransaction';
import type { AccountState } from '../ledger/accountState';
import { countHeldTickets } from '../ledger/heldTickets';
import { readAccounts } from '../ledger/lockAccounts';
import { readStateRow, toState } from '../ledger/readState';
import type { State } from '../ledger/readState';

/** Reads, at one moment and without a lock, what a decision about the subject would look at. */
export async function readLedgerView(pool: Pool, subject: LedgerSubject): Promise<LedgerView> {
  const { billingAccountId, ticket } = subject;
  const wanted = {
    billingAccountIds: billingAccountId === undefined ? [] : [billingAccountId],
    problemIds: [ticket.problemId],
    commandIds: [],
    ticketIds: [ticket.ticketId],
  };
  return inTransaction(pool, async (client) => {
    await client.query('set transaction isolation level repeatable read, read only');
    const accounts = await readAccounts(client, wanted.billingAccountIds, wanted.problemIds);
    const row = await readStateRow(client, wanted);
    return toView(toState(accounts, row, wanted.problemIds), subject);
  });
}

function toView(state: State, { billingAccountId, ticket }: LedgerSubject): LedgerView {
  const charged = state.owners.get(ticket.problemId);
  const holder = charged?.isOpen ? charged.billingAccountId : (billingAccountId ?? charged?.billingAccountId);
  const account = holder === undefined ? undefined : state.accounts.get(holder);
  const previous = state.tickets.get(ticket.ticketId);
  return {
    ...EMPTY_LEDGER,
    ...(account && toAccountView(account)),
    ...state.problems.get(ticket.problemId),
    billingAccountId: holder,
    previous: previous && { requesterId: previous.requesterId, state: previous.state },
    ...countHeldTickets(account?.heldTickets ?? [], ticket.ticketId, previous?.waitingSince),
  };
}

function toAccountView({
  book,
  spendGrantCount,
  spendClawbacks,
  grantedKeys,
}: AccountState): Partial<LedgerView> {
  return { book, spendGrantCount, spendClawbacks, grantedKeys };
}
