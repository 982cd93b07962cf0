import { DEFAULT_POLICY } from '../../../src/domain/policy/policy';
import { buildPack } from '../builders';
import { decideDue, settle, startWalk, takeStep } from './randomWalk';
import type { Walk } from './randomWalk';

const MONTH_END = '2026-12-10T10:00:00.000Z';
const [BEFORE, AFTER] = ['2026-12-10T09:59:59.999Z', '2026-12-10T10:00:00.001Z'];

/** A client with 3 earned credits, a welcome and a monthly pack, whose month ends at {@link MONTH_END}. */
function start(now: string): Walk {
  const packs = [{ pricelistId: 'monthly', credits: 2, priceCents: 100, period: 'month' as const }];
  const walk = startWalk({ ...DEFAULT_POLICY, welcomeCredits: 1, packs });
  const pack = buildPack({ pricelistId: 'monthly', boughtAt: '2026-11-10T10:00:00.000Z' });
  walk.facts = { ...walk.facts, spendCents: 30_000, packs: [pack] };
  return lookAt(walk, now);
}

function lookAt(walk: Walk, now: string): Walk {
  walk.now = now;
  settle(walk);
  return walk;
}

const keysOf = (walk: Walk) => walk.ledger.entries.map(({ key }) => key);

describe('a clock that goes back', () => {
  it('grants nothing twice', () => {
    const walk = start(AFTER);
    const granted = keysOf(walk).filter((key) => !key.includes('2026-11-10'));
    for (const now of [BEFORE, AFTER, BEFORE, MONTH_END]) lookAt(walk, now);
    expect(keysOf(walk).filter((key) => !key.includes('2026-11-10'))).toEqual(granted);
    expect(new Set(keysOf(walk)).size).toBe(keysOf(walk).length);
  });

  it('does not bring back what has ended', () => {
    const walk = start(BEFORE);
    lookAt(walk, MONTH_END);
    const ended = walk.ledger.book.grants.find(({ key }) => key === 'grant:pack:77:2026-11-10');
    expect(ended?.remainingCredits).toBe(0);
    const before = structuredClone(walk.ledger);
    expect(lookAt(walk, BEFORE).ledger).toEqual(before);
  });

  it('takes nothing from what was granted in a future that is no longer now', () => {
    const walk = start(AFTER);
    lookAt(walk, BEFORE);
    for (const ticketId of ['1', '2', '3', '4'])
      takeStep(walk, { kind: 'charge', ticketId, isPartner: false });
    const debits = walk.ledger.entries.filter((entry) => entry.kind === 'debit');
    expect(debits.map(({ allocations }) => allocations[0]?.grantKey)).toEqual([
      'grant:pack:77:2026-11-10',
      'grant:pack:77:2026-11-10',
    ]);
  });

  it('refunds and ends again under keys of their own', () => {
    const walk = start(BEFORE);
    takeStep(walk, { kind: 'charge', ticketId: '1', isPartner: false });
    lookAt(walk, AFTER);
    lookAt(walk, BEFORE);
    takeStep(walk, { kind: 'refund', ticketId: '1' });
    lookAt(walk, '2027-01-05T00:00:00.000Z');
    const expiries = keysOf(walk).filter((key) => key.startsWith('expiry:grant:pack:77:2026-11-10'));
    expect(expiries).toHaveLength(2);
    expect(decideDue(walk)).toEqual([]);
  });
});
