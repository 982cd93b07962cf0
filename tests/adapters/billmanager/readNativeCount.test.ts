import { buildBillmanagerSource } from '../../../src/adapters/billmanager/buildBillmanagerSource';
import { buildNativeCounts } from '../../../src/adapters/billmanager/buildNativeCounts';
import { startBillmanager } from '../../../src/simulators/billmanager/startBillmanager';
import { skipPause } from './askPanel';
import { buildFixedClock, buildRecordedLog } from './recordedLog';

const NOW = '2026-11-22T10:00:00.000Z';

let simulator: Awaited<ReturnType<typeof startBillmanager>>;

beforeAll(async () => {
  simulator = await startBillmanager({ port: 0 });
});
afterAll(() => simulator.close());

const options = () => ({
  baseUrl: simulator.url,
  authinfo: 'support-bridge:playground',
  logger: buildRecordedLog(),
  clock: buildFixedClock(NOW),
  pause: skipPause,
});

const count = (list: string, column: string, billingAccountId: string) =>
  buildNativeCounts(options(), { list, column }).readNativeCount(billingAccountId);

async function control(path: string, body: unknown): Promise<void> {
  await fetch(`${simulator.url}/_control/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function findAccountId(email: string): Promise<string> {
  const { accounts } = await buildBillmanagerSource(options()).findAccounts({ kind: 'email', email }, 1);
  return accounts[0]!.billingAccountId;
}

describe("the panel's own count of incidents", () => {
  it('is read from the form behind the row, and follows what the panel gives', async () => {
    await control('seed', { clients: [{ email: 'packs@client.test', name: 'Packs', packs: [1, 5] }] });
    const id = await findAccountId('packs@client.test');
    // The packs, two for a first charge, and one for each EUR 100 of the 130 that were paid.
    expect(await count('subaccount', 'incident_count', id)).toBe(6 + 2 + 1);
    await control('seed', { clients: [{ email: 'none@client.test', name: 'None' }] });
    expect(await count('subaccount', 'incident_count', await findAccountId('none@client.test'))).toBe(0);
  });

  it('is read from the list where the list shows it, that of accounts by their own ids', async () => {
    const id = await findAccountId('credits@client.test');
    expect(await count('account', 'id', id)).toBe(Number(id));
    expect(await count('subaccount', 'account', id)).toBe(Number(id));
  });

  it.each(['subaccount', 'account'])('is nothing of an account that %s does not list', async (list) => {
    expect(await count(list, 'incident_count', '999999')).toBeUndefined();
  });

  it('is never guessed: a column that is not there, or holds no number, fails and is named', async () => {
    const id = await findAccountId('credits@client.test');
    for (const column of ['no_such_column', 'account_name']) {
      await expect(count('subaccount', column, id)).rejects.toMatchObject({
        code: 'billing_unexpected_answer',
        retry: false,
        message: expect.stringContaining(column),
      });
    }
  });

  it('fails where the list is not for us', async () => {
    const id = await findAccountId('credits@client.test');
    await control('settings', { deniedFunctions: ['subaccount'] });
    await expect(count('subaccount', 'incident_count', id)).rejects.toMatchObject({
      code: 'billing_unauthorized',
    });
    await control('settings', {});
  });
});
