import { decideGivenAdjustment } from '../../../src/domain/credits/decideGivenAdjustment';
import { decideGivenGrant } from '../../../src/domain/credits/decideGivenGrant';
import { buildGrant, buildLedgerView, NOW } from '../builders';

const actor = { kind: 'operator', name: 'anna' } as const;
const AFTER = '2026-11-22T12:00:00.001Z';
const debts = [{ entryKey: 'debit:zt_1:0', amountCredits: 1 }];

const grantOf = (expiresAt: string | undefined) =>
  decideGivenGrant(
    { key: 'given:1', source: 'goodwill', amountCredits: 3, expiresAt, reason: 'outage', actor },
    buildLedgerView(0, { debts }),
    NOW,
  );

describe('decideGivenGrant', () => {
  it('gives free credits from now on, repays debts first and keeps the reason', () => {
    expect(grantOf(AFTER)).toMatchObject({
      value: [
        {
          kind: 'grant',
          amountCredits: 3,
          isPaid: false,
          effectiveAt: NOW,
          expiresAt: AFTER,
          repays: debts,
          proof: { reason: 'outage' },
          actor,
        },
      ],
    });
  });

  it.each([NOW, '2026-11-22T11:59:59.999Z'])('refuses an end that is no later than now: %s', (expiresAt) => {
    expect(grantOf(expiresAt)).toEqual({ ok: false, reason: 'already_ended' });
  });
});

describe('decideGivenAdjustment', () => {
  const later = buildGrant({ key: 'later', amountCredits: 5, remainingCredits: 5, effectiveAt: AFTER });
  const usable = buildGrant({ key: 'usable', amountCredits: 3, remainingCredits: 3 });

  it.each([
    // amount, owed before, debt allowed, taken from grants; undefined: refused
    [3, false, false, 3],
    [4, false, false, undefined],
    [4, false, true, 3],
    [2, true, false, 2],
    [3, true, false, undefined],
    [3, true, true, 3],
  ])(
    'of 3 usable credits and 5 that start later takes %i (owing one: %s, debt allowed: %s): %s',
    (...row) => {
      const [amountCredits, isOwing, isDebtAllowed, taken] = row;
      const ledger = buildLedgerView(0, { book: { grants: [later, usable], debts: isOwing ? debts : [] } });
      const given = { key: 'given:2', amountCredits, isDebtAllowed, reason: 'typing error', actor };
      const allocations = [{ grantKey: 'usable', amountCredits: taken }];
      expect(decideGivenAdjustment(given, ledger, NOW)).toMatchObject(
        taken === undefined
          ? { ok: false, reason: 'insufficient_credits' }
          : {
              ok: true,
              value: [{ kind: 'adjustment', amountCredits, allocations, proof: { reason: 'typing error' } }],
            },
      );
    },
  );
});
