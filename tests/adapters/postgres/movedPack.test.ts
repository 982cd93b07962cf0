import { decideAccount } from '../../../src/domain/entitlement/decideAccount';
import { DEFAULT_POLICY } from '../../../src/domain/policy/policy';
import type { Ledger } from '../../../src/use-cases/ports/ledger';
import { buildFacts, buildPack, NOW } from '../../domain/builders';
import { openTestLedger } from '../../helpers/database/ledgerOnTest';

let ledger: Ledger;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ ledger, close } = await openTestLedger());
});
afterEach(() => close());

/** Books what billing says of an account that holds these packs. */
const book = (billingAccountId: string, itemIds: string[]) =>
  ledger.appendDecided({ billingAccountId, occurredAt: NOW }, (view) => {
    const packs = itemIds.map((billingItemId) => buildPack({ billingItemId, pricelistId: '105' }));
    const facts = buildFacts({ billingAccountId, packs });
    return { ok: true, value: decideAccount(facts, view, DEFAULT_POLICY, NOW).entries };
  });
const balanceOf = async (billingAccountId: string) =>
  (await ledger.readTotals(billingAccountId)).balanceCredits;

describe('a pack that billing moved to another account', () => {
  it('grants nothing a second time, and keeps nothing else of that account from being booked', async () => {
    await book('10', ['55']);
    expect(await book('20', ['55', '56'])).toMatchObject({ entryKeys: ['grant:pack:56:lifetime'] });
    expect([await balanceOf('10'), await balanceOf('20')]).toEqual([5, 5]);
  });

  it('grants once when both accounts are read at the same moment', async () => {
    await Promise.all([book('10', ['55']), book('20', ['55'])]);
    expect((await balanceOf('10')) + (await balanceOf('20'))).toBe(5);
  });
});
