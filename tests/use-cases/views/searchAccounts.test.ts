import { MAX_CANDIDATES } from '../../../src/contract/accountSearch';
import { refreshAccount } from '../../../src/use-cases/billing/refreshAccount';
import { searchAccounts } from '../../../src/use-cases/views/searchAccounts';
import { buildFacts } from '../../domain/builders';
import { openWorld } from '../world';
import type { World } from '../world';

let world: World;

beforeEach(async () => {
  world = await openWorld();
  world.addClient('900', 'client@client.test', { spendCents: 24_300 });
  world.billing.accounts.set(
    '1002',
    buildFacts({ billingAccountId: '1002', accountName: 'B', partnerLevel: 'Gold' }),
  );
});
afterEach(() => world.close());

describe('searchAccounts', () => {
  it('finds an account by its number, and knows its credits only when it was read', async () => {
    const found = { billingAccountId: '1001', accountName: 'Example GmbH', isPartner: false };
    expect(await searchAccounts(world.deps, ' 1001 ')).toEqual({
      ok: true,
      value: { candidates: [{ ...found, availableCredits: null }], hasMore: false },
    });
    await refreshAccount(world.deps, '1001');
    expect(await searchAccounts(world.deps, '1001')).toEqual({
      ok: true,
      value: { candidates: [{ ...found, availableCredits: 2 }], hasMore: false },
    });
  });

  it('finds all accounts of an e-mail, up to a bound', async () => {
    world.billing.accountsOf.set('two@client.test', ['1001', '1002']);
    expect(await searchAccounts(world.deps, 'two@client.test')).toMatchObject({
      value: {
        candidates: [
          { billingAccountId: '1001', isPartner: false },
          { billingAccountId: '1002', isPartner: true },
        ],
        hasMore: false,
      },
    });
    world.billing.accountsOf.set(
      'two@client.test',
      Array.from({ length: MAX_CANDIDATES + 1 }, () => '1001'),
    );
    const many = await searchAccounts(world.deps, 'two@client.test');
    expect(many.ok && [many.value.candidates.length, many.value.hasMore]).toEqual([MAX_CANDIDATES, true]);
  });

  it('finds nothing where there is nothing', async () => {
    const nothing = { ok: true, value: { candidates: [], hasMore: false } };
    expect(await searchAccounts(world.deps, '4711')).toEqual(nothing);
    expect(await searchAccounts(world.deps, 'nobody@client.test')).toEqual(nothing);
  });

  it.each(['', 'Example GmbH', '0', '12345678901234567890', 'a@b c', '@'])('refuses %p', async (text) => {
    expect(await searchAccounts(world.deps, text)).toEqual({ ok: false, reason: 'account_search_invalid' });
    expect(world.billing.asked).toEqual([]);
  });

  it('fails as billing fails', async () => {
    world.billing.isDown = true;
    await expect(searchAccounts(world.deps, '1001')).rejects.toMatchObject({ code: 'billing_unreachable' });
  });
});
