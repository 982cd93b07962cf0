import { listPackPrices } from '../../../src/domain/policy/listPackPrices';
import { DEFAULT_POLICY } from '../../../src/domain/policy/policy';

describe('listPackPrices', () => {
  it('R9: gives the published prices and savings', () => {
    expect(listPackPrices(DEFAULT_POLICY)).toEqual([
      { credits: 1, priceCents: 3_000, savesCents: 0 },
      { credits: 5, priceCents: 10_000, savesCents: 5_000 },
      { credits: 30, priceCents: 30_000, savesCents: 60_000 },
    ]);
  });

  it('lists nothing when no packs are sold', () => {
    expect(listPackPrices({ ...DEFAULT_POLICY, packs: [] })).toEqual([]);
  });
});
