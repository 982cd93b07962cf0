import type { Pool } from 'pg';
import type { LedgerViews } from '../../use-cases/ports/ledgerViews';
import { withDatabaseErrors } from './withDatabaseErrors';
import { previewTicket } from './views/previewTicket';
import { readApproval } from './views/readApproval';
import { readLedgerView } from './views/readLedgerView';
import { readReceipt } from './views/readReceipt';

/** What people are shown of the ledger. Every statement stands in a file of its own under `views/`. */
export function buildLedgerViews(pool: Pool): LedgerViews {
  return withDatabaseErrors<LedgerViews>({
    readApproval: (ticketId) => readApproval(pool, ticketId),
    readLedgerView: (subject) => readLedgerView(pool, subject),
    previewTicket: previewTicket(pool),
    readReceipt: (billingAccountId, key, maxUses) => readReceipt(pool, { billingAccountId, key, maxUses }),
  });
}
