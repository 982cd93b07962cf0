import { decideTicket } from '../../../src/domain/tickets/decideTicket';
import { decideLowBalance } from '../../../src/domain/low-balance/decideLowBalance';
import { toLowBalanceLevel } from '../../../src/domain/low-balance/lowBalanceLevel';
import type { DebitEntry, GrantEntry, NewEntry } from '../../../src/domain/credits/newEntry';
import { buildCommand, buildDecision, buildLedgerView, buildReading, NOW, OPEN_DEBIT } from '../builders';

const THRESHOLDS = [1, 0];

const bookOf = (credits: number) => buildLedgerView(credits).book;

/** A debit of the first gift that is left. */
const debit = (number: number, fromGrant: number): NewEntry =>
  ({
    kind: 'debit',
    key: `debit:zt_${number}:0`,
    amountCredits: 1,
    allocations: [{ grantKey: `grant:goodwill:${fromGrant}`, amountCredits: 1 }],
  }) as unknown as DebitEntry;

const grant = (amountCredits: number): NewEntry =>
  ({
    kind: 'grant',
    key: `grant:pack:${amountCredits}:lifetime`,
    source: 'pack',
    amountCredits,
    repays: [],
    effectiveAt: NOW,
    expiresAt: undefined,
  }) as unknown as GrantEntry;

const decide = (credits: number, ...entries: NewEntry[]) =>
  decideLowBalance(bookOf(credits), entries, THRESHOLDS, NOW);

describe('decideLowBalance', () => {
  it.each([
    [3, undefined],
    [2, 1],
    [1, 0],
    [0, undefined],
  ])('a debit with %s credits to spend before it crosses %s', (credits, crossed) => {
    expect(decide(credits, debit(1, 1))).toEqual(crossed === undefined ? {} : { crossed });
  });

  it('counts of two thresholds crossed the lowest', () => {
    expect(decide(2, debit(1, 1), debit(2, 2))).toEqual({ crossed: 0 });
  });

  it('re-arms by a grant what it lifts the client above, also before the debit of the same decision', () => {
    expect(decide(0, grant(1))).toEqual({ rearmsBelow: 1 });
    const again = { ...debit(1, 1), allocations: [{ grantKey: 'grant:pack:1:lifetime', amountCredits: 1 }] };
    expect(decide(0, grant(1), again as NewEntry)).toEqual({ rearmsBelow: 1, crossed: 0 });
    expect(decide(1, debit(1, 1), grant(5))).toEqual({ rearmsBelow: 5 });
  });

  it('is silent about debts that a grant only repays, and about thresholds that nobody wants', () => {
    expect(decideLowBalance(bookOf(2), [debit(1, 1)], [], NOW)).toEqual({});
  });

  it('tells few from none', () => {
    expect([5, 1, 0].map(toLowBalanceLevel)).toEqual(['low', 'low', 'out']);
  });
});

describe('decideTicket and few credits', () => {
  const lowBalanceOf = (credits: number, policy = {}) =>
    decideTicket(buildDecision({ ledger: buildLedgerView(credits), policy }), false).lowBalance;

  it('says of a debit which threshold it crossed, by the policy', () => {
    expect([3, 2, 1].map((credits) => lowBalanceOf(credits))).toEqual([
      undefined,
      { crossed: 1 },
      { crossed: 0 },
    ]);
    expect(lowBalanceOf(6, { lowBalance: { thresholds: [5] } })).toEqual({ crossed: 5 });
    expect(lowBalanceOf(2, { lowBalance: { thresholds: [] } })).toBeUndefined();
  });

  it('says nothing of a ticket that is held, waived or returned', () => {
    expect(lowBalanceOf(0)).toBeUndefined();
    const partner = buildReading({ partnerLevel: 'gold' });
    const waived = buildDecision({ ledger: buildLedgerView(1), reading: partner });
    expect(decideTicket(waived, false)).not.toHaveProperty('lowBalance');
    const returned = buildDecision({
      ledger: buildLedgerView(1, { openCharge: OPEN_DEBIT, chargeCount: 1 }),
      command: buildCommand({ kind: 'refund', reason: 'hotfix' }),
    });
    expect(decideTicket(returned, false)).not.toHaveProperty('lowBalance');
  });
});
