import { applyEntry } from '../../../src/domain/credits/applyEntry';
import { decideExpiries } from '../../../src/domain/credits/decideExpiries';
import { decideRefund } from '../../../src/domain/credits/decideRefund';
import type { Book, Grant } from '../../../src/domain/credits/grant';
import { countBalance } from '../../../src/domain/credits/grant';
import type { ChargeAllocation, LedgerView } from '../../../src/domain/credits/ledgerView';
import type { RefundEntry } from '../../../src/domain/credits/newEntry';
import { buildDecision, buildGrant, buildLedgerView, NOW } from '../builders';

const BEFORE = '2026-11-22T11:59:59.999Z';
const AFTER = '2026-11-22T12:00:00.001Z';
const IN_30_DAYS = '2026-12-22T12:00:00.000Z';

const debitOf = (amountCredits: number, ...allocations: ChargeAllocation[]): LedgerView['openCharge'] => ({
  kind: 'debit',
  key: 'debit:zt_7:0',
  ticketId: '7',
  isByAgent: false,
  amountCredits,
  allocations,
});
const from = (grantKey: string, expiresAt?: string, amountCredits = 1) => ({
  grantKey,
  amountCredits,
  expiresAt,
});

function refund(
  openCharge: LedgerView['openCharge'],
  { book = { grants: [], debts: [] }, now = NOW, refundGraceDays = 30 }: Given = {},
): RefundEntry {
  const ledger = buildLedgerView(0, { openCharge, chargeCount: 1, book });
  const facts = { ...buildDecision({ ledger, policy: { refundGraceDays } }), now };
  const decision = decideRefund(facts, 'hotfix', { kind: 'agent', id: '500' });
  if (!decision.ok) throw new Error(decision.reason);
  return decision.value;
}
type Given = { book?: Book; now?: string; refundGraceDays?: number };

const holding = (...grants: Partial<Grant>[]): Book => ({ grants: grants.map(buildGrant), debts: [] });

describe('decideRefund', () => {
  it('R5: gives back what was recorded to the same grants, whatever would burn first today', () => {
    const burnsFirst = buildGrant({ key: 'soon', expiresAt: AFTER });
    const entry = refund(debitOf(3, from('a', undefined, 2), from('b')), { book: holding(burnsFirst) });
    expect(entry).toMatchObject({
      key: 'refund:debit:zt_7:0',
      debitKey: 'debit:zt_7:0',
      amountCredits: 3,
      allocations: [
        { grantKey: 'a', amountCredits: 2 },
        { grantKey: 'b', amountCredits: 1 },
      ],
      reopens: [],
    });
  });

  it.each([
    ['a millisecond ago', BEFORE, [{ grantKey: 'a', expiresAt: IN_30_DAYS }]],
    ['at this very instant', NOW, [{ grantKey: 'a', expiresAt: IN_30_DAYS }]],
    ['never', undefined, []],
  ])('opens a grant that ended %s again for the days of the policy', (_, expiresAt, reopens) => {
    expect(refund(debitOf(1, from('a', expiresAt))).reopens).toEqual(reopens);
  });

  it('leaves the end of a grant that still holds credits', () => {
    const book = holding({ key: 'a', amountCredits: 2, remainingCredits: 1, expiresAt: AFTER });
    expect(refund(debitOf(1, from('a', AFTER)), { book }).reopens).toEqual([]);
  });

  it('opens only the grants that have ended', () => {
    const entry = refund(debitOf(2, from('ended', BEFORE), from('open')));
    expect(entry.reopens.map(({ grantKey }) => grantKey)).toEqual(['ended']);
  });

  it.each([
    ['with no grace, twice within a millisecond', NOW, 0],
    ['when the clock went back behind the end that was booked', BEFORE, 30],
  ])('never lets two expiries of a grant share a key: %s', (_, now, refundGraceDays) => {
    const spent = holding({ key: 'a', amountCredits: 3, remainingCredits: 1, expiresAt: NOW });
    const keys: string[] = [];
    let book = spent;
    const expire = (at: string) => {
      const expiries = decideExpiries(book.grants, at);
      keys.push(...expiries.map(({ key }) => key));
      book = expiries.reduce(applyEntry, book);
    };
    expire(NOW);
    for (let round = 0; round < 2; round += 1) {
      const end = book.grants[0]?.expiresAt;
      book = applyEntry(book, refund(debitOf(1, from('a', end)), { book, now, refundGraceDays }));
      expire(IN_30_DAYS);
    }
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(3);
  });

  it('forgives what of the debit is still owed, and leaves other debts', () => {
    const book: Book = {
      ...holding({ key: 'a', amountCredits: 1, remainingCredits: 0 }),
      debts: [
        { entryKey: 'debit:zt_7:0', amountCredits: 2 },
        { entryKey: 'clawback:spend:1001:1:0', amountCredits: 1 },
      ],
    };
    const after = applyEntry(book, refund(debitOf(3, from('a')), { book }));
    expect(after.debts).toEqual([{ entryKey: 'clawback:spend:1001:1:0', amountCredits: 1 }]);
    expect(countBalance(after) - countBalance(book)).toBe(3);
  });

  it.each([
    ['nothing_to_refund', undefined, undefined],
    ['nothing_to_refund', { kind: 'waiver', key: 'waiver:zt_7:0', reason: 'partner' }, undefined],
    ['already_refunded', undefined, 'hotfix'],
  ] as const)('refuses with %s', (reason, openCharge, refundReason) => {
    const facts = buildDecision({ ledger: buildLedgerView(1, { openCharge, refundReason, chargeCount: 1 }) });
    expect(decideRefund(facts, 'hotfix', { kind: 'rule' })).toEqual({ ok: false, reason });
  });
});
