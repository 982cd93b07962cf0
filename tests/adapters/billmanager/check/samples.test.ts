import { startBillmanager } from '../../../../src/simulators/billmanager/startBillmanager';
import { startScriptedPanel, toError, toList } from '../scriptedPanel';
import { buildTestInspection } from './inspectPanel';

let simulator: Awaited<ReturnType<typeof startBillmanager>>;

beforeAll(async () => {
  simulator = await startBillmanager({ port: 0 });
});
beforeEach(() => simulator.reset());
afterAll(() => simulator.close());

const inspect = (billing?: Parameters<typeof buildTestInspection>[0]['billing']) =>
  buildTestInspection({ baseUrl: simulator.url, ...(billing && { billing }) });

/** Looks at a panel that shows these expenses. */
const sampleOf = async (expenses: Record<string, string>[]) => {
  const panel = await startScriptedPanel(() => toList(expenses));
  try {
    return await buildTestInspection({ baseUrl: panel.url }).sampleCharges();
  } finally {
    await panel.close();
  }
};

describe('a sample of charges', () => {
  it('counts them by currency, with the first and the last day', async () => {
    const sample = await sampleOf([
      { id: '1', amount: '5.00 USD', realdate: '2026-03-02' },
      { id: '2', amount: '7.00 USD', realdate: '2026-01-05' },
      { id: '3', amount: '9.00 EUR', realdate: '2026-02-01 10:00:00' },
    ]);
    expect(sample).toEqual({
      currencies: [
        { currency: 'USD', firstDay: '2026-01-05', lastDay: '2026-03-02', chargeCount: 2 },
        { currency: 'EUR', firstDay: '2026-02-01', lastDay: '2026-02-01', chargeCount: 1 },
      ],
      unreadableCount: 0,
    });
  });

  it('counts what holds no amount of a known currency', async () => {
    const sample = await sampleOf([{ id: '1', amount: '5.00' }, { id: '2', amount: 'x' }, { id: '3' }]);
    expect(sample).toEqual({ currencies: [], unreadableCount: 3 });
  });

  it('sees the currencies of the simulated panel', async () => {
    const client = { email: 'usd@client.test', name: 'U', currency: 'USD', spent: '12.00' };
    await fetch(`${simulator.url}/_control/seed`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ clients: [client] }),
    });
    const sample = await inspect().sampleCharges();
    expect(sample?.currencies.map(({ currency }) => currency).sort()).toEqual(['EUR', 'USD']);
  });
});

describe('a sample of packs', () => {
  it('names the price lists as they are shown, with the ids of the policy', async () => {
    const sold = await inspect({ pricelists: { '105': 'five' } }).sampleSoldPricelists();
    expect(sold).toContainEqual({ shownAs: '105', pricelistId: 'five', packCount: 1 });
    expect(sold).toContainEqual({ shownAs: '101', pricelistId: '101', packCount: 3 });
  });
});

describe('samples of a panel that does not show the lists', () => {
  it('are undefined', async () => {
    const panel = await startScriptedPanel(() => toError('access'));
    try {
      const inspection = buildTestInspection({ baseUrl: panel.url });
      expect(await inspection.sampleCharges()).toBeUndefined();
      expect(await inspection.sampleSoldPricelists()).toBeUndefined();
      expect(await inspection.readAnyAccountId()).toBeUndefined();
    } finally {
      await panel.close();
    }
  });
});

describe('any client', () => {
  it('is one of those that the panel shows', async () => {
    expect(await inspect().readAnyAccountId()).toMatch(/^\d+$/);
  });
});
