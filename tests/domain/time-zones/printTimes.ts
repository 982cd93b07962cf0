import { decideRefund } from '../../../src/domain/credits/decideRefund';
import { listPackWindows } from '../../../src/domain/entitlement/listPackWindows';
import { DEFAULT_POLICY } from '../../../src/domain/policy/policy';
import { buildGrant, buildLedgerView, buildPack, buildTicket } from '../builders';

/**
 * Prints, for each half hour of the days on which clocks change somewhere, the month of a pack bought at that moment and
 * one bought on 29 February, and the new end of a grant that is given back to. A process of its own runs it, in the time
 * zone of its environment.
 */
const HALF_HOUR_MS = 1_800_000;
const CHANGES = ['2026-03-08', '2026-03-29', '2026-10-25', '2026-11-01', '2028-02-29'];

for (const day of CHANGES) {
  for (let half = 0; half < 48; half += 1) {
    const now = new Date(Date.parse(`${day}T00:00:00.000Z`) + half * HALF_HOUR_MS).toISOString();
    const windows = [now, '2024-02-29T23:30:00.000Z'].flatMap((boughtAt) =>
      listPackWindows(buildPack({ boughtAt }), 'month', now),
    );
    process.stdout.write(`${JSON.stringify([now, windows, reopenAt(now)])}\n`);
  }
}

function reopenAt(now: string) {
  const ticket = buildTicket();
  const allocations = [{ grantKey: buildGrant().key, amountCredits: 1, expiresAt: now }];
  const debit = { kind: 'debit', key: 'debit:zt_7:0', ticketId: '7', isByAgent: false } as const;
  const openCharge = { ...debit, amountCredits: 1, allocations };
  const ledger = buildLedgerView(0, { openCharge });
  const refund = decideRefund({ ticket, ledger, policy: DEFAULT_POLICY, now }, 'goodwill', { kind: 'rule' });
  return refund.ok ? refund.value.reopens : refund.reason;
}
