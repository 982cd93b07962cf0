import type { Pool } from 'pg';
import { EMPTY_LEDGER } from '../../../domain/credits/ledgerView';
import type { LedgerView } from '../../../domain/credits/ledgerView';
import type { LedgerSubject } from '../../../use-cases/ports/ledgerViews';
import { inTransaction } from '../inTransaction';
import { countHeldTickets } from '../ledger/heldTickets';
import { readAccounts } from '../ledger/lockAccounts';
import { readStateRow, toState } from '../ledger/readState';
import type { State } from '../ledger/readState';

/** Reads, at one moment and without a lock, what a decision about the subject would look at. */
export async function readLedgerView(pool: Pool, subject: LedgerSubject): Promise<LedgerView> {
  const { billingAccountId, ticket } = subject;
  const problemIds = ticket === undefined ? [] : [ticket.problemId];
  const ticketIds = ticket === undefined ? [] : [ticket.ticketId];
  return inTransaction(pool, async (client) => {
    await client.query('set transaction isolation level repeatable read, read only');
    const wanted = billingAccountId === undefined ? [] : [billingAccountId];
    const accounts = await readAccounts(client, wanted, problemIds);
    const row = await readStateRow(client, {
      billingAccountIds: wanted,
      problemIds,
      commandIds: [],
      ticketIds,
    });
    return toView(toState(accounts, row, problemIds), subject);
  });
}

function toView(state: State, { billingAccountId, ticket }: LedgerSubject): LedgerView {
  const problem = ticket && state.problems.get(ticket.problemId);
  const charged = ticket && state.owners.get(ticket.problemId);
  const holder = charged?.isOpen ? charged.billingAccountId : (billingAccountId ?? charged?.billingAccountId);
  const account = holder === undefined ? undefined : state.accounts.get(holder);
  const previous = ticket && state.tickets.get(ticket.ticketId);
  return {
    ...EMPTY_LEDGER,
    billingAccountId: holder,
    ...(account && {
      book: account.book,
      spendGrantCount: account.spendGrantCount,
      spendClawbacks: account.spendClawbacks,
      grantedKeys: account.grantedKeys,
    }),
    ...problem,
    previous: previous && { requesterId: previous.requesterId, state: previous.state },
    ...countHeldTickets(account?.heldTickets ?? [], ticket?.ticketId ?? '', previous?.waitingSince),
  };
}
