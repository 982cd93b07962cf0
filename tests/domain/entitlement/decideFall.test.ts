import type { AccountFacts } from '../../../src/domain/accounts/accountFacts';
import { decideFall } from '../../../src/domain/entitlement/decideFall';
import { DEFAULT_POLICY } from '../../../src/domain/policy/policy';
import type { Policy } from '../../../src/domain/policy/policy';
import { buildFacts } from '../builders';

const MONDAY = '2026-11-23T00:00:00.000Z';
const HOUR_LATER = '2026-11-23T01:00:00.000Z';
const ALMOST_TUESDAY = '2026-11-23T23:59:59.999Z';
const TUESDAY = '2026-11-24T00:00:00.000Z';

const withDelay = (clawbackDelayHours: number): Policy => ({
  ...DEFAULT_POLICY,
  spend: { ...DEFAULT_POLICY.spend, clawbackDelayHours },
});

const charged = (spendCents: number, more: Partial<AccountFacts> = {}) =>
  buildFacts({ spendCents, readAt: MONDAY, ...more });

/** What is said of each reading in turn, each seeing what was said of the one before it. */
const readInTurn = (readings: AccountFacts[], policy = DEFAULT_POLICY) => {
  let before: AccountFacts | undefined;
  return readings.map((facts) => {
    before = { ...facts, fall: decideFall(facts, before, policy) };
    return before.fall;
  });
};

describe('decideFall', () => {
  it('sees none at the first reading, nor when more was charged', () => {
    expect(readInTurn([charged(0), charged(500), charged(500)])).toEqual([undefined, undefined, undefined]);
  });

  it('keeps what fell, and since when, until it has stood for the delay of the policy', () => {
    const fall = { fallenCents: 700, since: MONDAY };
    const readings = [charged(1_000), charged(300), charged(300, { readAt: ALMOST_TUESDAY })];
    expect(readInTurn([...readings, charged(300, { readAt: TUESDAY })])).toEqual([
      undefined,
      fall,
      fall,
      undefined,
    ]);
  });

  it('believes at once where the policy says so', () => {
    expect(readInTurn([charged(1_000), charged(300)], withDelay(0))).toEqual([undefined, undefined]);
  });

  it('does not come back once it was believed', () => {
    const believed = charged(300, { readAt: TUESDAY });
    expect(decideFall(charged(300, { readAt: TUESDAY }), believed, DEFAULT_POLICY)).toBeUndefined();
  });

  it('ends when what was charged is back, and shrinks by what is charged meanwhile', () => {
    expect(readInTurn([charged(1_000), charged(300), charged(400), charged(1_000)])).toEqual([
      undefined,
      { fallenCents: 700, since: MONDAY },
      { fallenCents: 600, since: MONDAY },
      undefined,
    ]);
  });

  it('begins anew with a further fall, so that nothing is believed which has only just vanished', () => {
    const further = charged(0, { readAt: HOUR_LATER });
    const later = charged(0, { readAt: TUESDAY });
    expect(readInTurn([charged(1_000), charged(300), further, later]).slice(2)).toEqual([
      { fallenCents: 1_000, since: HOUR_LATER },
      { fallenCents: 1_000, since: HOUR_LATER },
    ]);
  });

  it('is none when the spend is lower only because money went back', () => {
    const returned = { loweredCents: 400, payments: [{ id: '6', why: 'refund' as const }] };
    expect(readInTurn([charged(1_000), charged(600, { returned })])).toEqual([undefined, undefined]);
    expect(readInTurn([charged(600, { returned }), charged(1_000)])).toEqual([undefined, undefined]);
  });

  it('is only the part that no returned money explains', () => {
    const returned = { loweredCents: 400, payments: [{ id: '6', why: 'refund' as const }] };
    expect(readInTurn([charged(1_000), charged(500, { returned })])[1]).toMatchObject({ fallenCents: 100 });
  });
});
