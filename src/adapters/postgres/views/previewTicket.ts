import type { Pool } from 'pg';
import type { PreviewTicket } from '../../../use-cases/ports/ledgerViews';
import { inTransaction } from '../inTransaction';
import { findOwner, toWanted } from '../ledger/batchState';
import { decideInTurn } from '../ledger/decideInTurn';
import { readAccounts } from '../ledger/lockAccounts';
import { readPermissions } from '../ledger/readPermissions';
import { readStateRow, toState } from '../ledger/readState';
import type { State } from '../ledger/readState';

/**
 * Decides a ticket as the ledger would at this moment, with the same steps, in a transaction that the database lets write
 * nothing. An account that is not there yet is empty, as it would be when it was made.
 */
export const previewTicket =
  (pool: Pool): PreviewTicket =>
  (input, decide) =>
    inTransaction(pool, async (client) => {
      await client.query('set transaction isolation level repeatable read, read only');
      const wanted = toWanted([input]);
      const accounts = await readAccounts(client, wanted.billingAccountIds, wanted.problemIds);
      const state = toState(accounts, await readStateRow(client, wanted), wanted.problemIds);
      addMissingAccounts(state, wanted.billingAccountIds);
      const permissions = await readPermissions(client, [input]);
      const ownerOf = () => findOwner(state, input);
      const known = { state, permissions };
      const [outcome] = decideInTurn([{ input, decide }], known, ownerOf, input.occurredAt).outcomes;
      if (outcome === undefined) throw new Error('Defect: nothing was decided.');
      if (!outcome.ok) throw outcome.error;
      return outcome.value.decision;
    });

function addMissingAccounts({ accounts }: State, billingAccountIds: readonly string[]): void {
  for (const billingAccountId of billingAccountIds) {
    if (accounts.has(billingAccountId)) continue;
    accounts.set(billingAccountId, { ...NEW_ACCOUNT, billingAccountId });
  }
}

/** What a row of `credit_accounts` is when it is made. */
const NEW_ACCOUNT = {
  id: '0',
  balanceCredits: 0,
  entryCount: 0,
  lastHash: '00'.repeat(32),
  earnedCredits: 0,
  boughtCredits: 0,
  usedCredits: 0,
  returnedCredits: 0,
  spendGrantCount: 0,
  spendClawbacks: [],
  grantedKeys: [],
  book: { grants: [], debts: [] },
  heldTickets: [],
};
