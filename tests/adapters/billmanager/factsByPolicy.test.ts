import { buildBillmanagerSource } from '../../../src/adapters/billmanager/buildBillmanagerSource';
import type { BillmanagerOptions } from '../../../src/adapters/billmanager/buildBillmanagerSource';
import { startBillmanager } from '../../../src/simulators/billmanager/startBillmanager';
import { AdapterError } from '../../../src/use-cases/ports/AdapterError';
import { buildFixedClock, buildRecordedLog } from './recordedLog';

// What the policy says of reading billing, against the simulated panel.

const AUTHINFO = 'support-bridge:playground';
const EMAIL = 'policy@client.test';
const log = buildRecordedLog();

let simulator: Awaited<ReturnType<typeof startBillmanager>>;
beforeAll(async () => {
  simulator = await startBillmanager({ port: 0 });
});
beforeEach(() => {
  simulator.reset();
  log.lines.splice(0);
});
afterAll(() => simulator.close());

const control = async (path: string, body: unknown): Promise<void> => {
  const response = await fetch(`${simulator.url}/_control/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
};
const seed = (client: object) => control('seed', { clients: [{ email: EMAIL, name: 'Client', ...client }] });

const buildSource = (options: Partial<BillmanagerOptions> = {}) =>
  buildBillmanagerSource({
    baseUrl: simulator.url,
    authinfo: AUTHINFO,
    logger: log,
    clock: buildFixedClock('2026-11-22T10:00:00.000Z'),
    ...options,
  });

const readFacts = async (options?: Partial<BillmanagerOptions>, billing = buildSource(options)) => {
  const match = await billing.readClient(EMAIL);
  if (match.kind !== 'one') throw new Error(`expected one account, not ${match.kind}`);
  return billing.readAccountFacts(match.billingAccountId);
};

describe('facts by the policy', () => {
  it.each([
    ['USD', '0.5', 5_000],
    ['RUB', '0.0101', 101],
  ])(
    'count what is charged in %s, tax included or not, with its sign or its code',
    async (currency, rate, net) => {
      const rates = [{ currency, from: '2020-01-01', rate }];
      await seed({ currency, spent: '119.00', taxPercent: 19 });
      expect((await readFacts({ spend: { basis: 'net', rates } }))?.spendCents).toBe(net);
      await control('settings', { moneySigns: true });
      expect((await readFacts({ spend: { basis: 'net', rates } }))?.spendCents).toBe(net);
      const gross = (await readFacts({ spend: { basis: 'gross', rates } }))?.spendCents;
      expect(gross).toBe(Math.round(11_900 * Number(rate)));
    },
  );

  it('take the members of a group for partners', async () => {
    const billing = buildSource();
    await seed({ groups: ['Resellers'] });
    expect((await readFacts(undefined, billing))?.partnerLevel).toBeUndefined();
    const ids = await readGroupIds();
    const inGroup = await readFacts({ billing: { partnerGroupIds: ids } });
    expect(inGroup?.partnerLevel).toMatch(/^group \d+$/);
  });

  it.each([
    ['its account', 'a filter of ours is stronger', { account: '1001' }, {}],
    ['its account', 'both filters narrow a list', { account: '1001' }, { mixesFilters: true }],
    ['a day', 'both filters narrow a list', { fromdate: '2026-11-01' }, { mixesFilters: true }],
  ])(
    'are not taken from expenses that a stored filter narrows by %s, where %s',
    async (_by, _how, fields, settings) => {
      await seed({ spent: '100.00' });
      await control('settings', settings);
      await storeFilter(fields);
      const error: unknown = await readFacts().catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(AdapterError);
      expect(error).toMatchObject({ code: 'billing_filtered', retry: false });
      await storeFilter({});
      expect((await readFacts())?.spendCents).toBe(10_000);
    },
  );
});

/** Stores a filter of expenses for the service user, as somebody in a browser would; an empty one clears it. */
async function storeFilter(fields: Record<string, string>): Promise<void> {
  const form = { func: 'expense.filter', sok: 'ok', out: 'json', authinfo: AUTHINFO, ...fields };
  await fetch(`${simulator.url}/billmgr`, { method: 'POST', body: new URLSearchParams(form) });
}

async function readGroupIds(): Promise<string[]> {
  const params = new URLSearchParams({ func: 'accountgroup', out: 'json', authinfo: AUTHINFO });
  const response = await fetch(`${simulator.url}/billmgr`, { method: 'POST', body: params });
  const { doc } = (await response.json()) as { doc: { elem: { id: { $: string } }[] } };
  return doc.elem.map(({ id }) => id.$);
}
