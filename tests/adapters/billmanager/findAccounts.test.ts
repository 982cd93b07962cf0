import { buildBillmanagerSource } from '../../../src/adapters/billmanager/buildBillmanagerSource';
import { startBillmanager } from '../../../src/simulators/billmanager/startBillmanager';
import { AdapterError } from '../../../src/use-cases/ports/AdapterError';
import { skipPause } from './askPanel';
import { buildFixedClock, buildRecordedLog } from './recordedLog';
import { toError, toList } from './scriptedPanel';
import { startScriptedSource } from './startScriptedSource';

const NOW = '2026-11-22T10:00:00.000Z';

describe('findAccounts on the simulated panel', () => {
  let simulator: Awaited<ReturnType<typeof startBillmanager>>;
  let source: ReturnType<typeof buildBillmanagerSource>;

  beforeAll(async () => {
    simulator = await startBillmanager({ port: 0 });
    source = buildBillmanagerSource({
      baseUrl: simulator.url,
      authinfo: 'support-bridge:playground',
      logger: buildRecordedLog(),
      clock: buildFixedClock(NOW),
      pause: skipPause,
    });
  });
  afterAll(() => simulator.close());

  const byEmail = (email: string, limit = 10) => source.findAccounts({ kind: 'email', email }, limit);

  it('finds every account of an e-mail, whatever its case', async () => {
    const { accounts, hasMore } = await byEmail(' Two@Client.TEST ');
    expect(accounts).toHaveLength(2);
    expect(new Set(accounts.map(({ billingAccountId }) => billingAccountId)).size).toBe(2);
    expect(accounts.every(({ accountName }) => accountName.length > 0)).toBe(true);
    expect(hasMore).toBe(false);
  });

  it('says that there are more than were asked for', async () => {
    const { accounts, hasMore } = await byEmail('two@client.test', 1);
    expect([accounts.length, hasMore]).toEqual([1, true]);
  });

  it('finds the account of a number, and tells partners', async () => {
    const [partner] = (await byEmail('partner@client.test')).accounts;
    expect(partner).toMatchObject({ isPartner: true });
    const { billingAccountId } = partner!;
    expect(await source.findAccounts({ kind: 'id', billingAccountId }, 1)).toEqual({
      accounts: [partner],
      hasMore: false,
    });
    expect((await byEmail('credits@client.test')).accounts).toMatchObject([{ isPartner: false }]);
  });

  it('finds nothing for the e-mail of nobody, a part of one, and a number of no account', async () => {
    const nothing = { accounts: [], hasMore: false };
    expect(await byEmail('nobody@client.test')).toEqual(nothing);
    expect(await byEmail('client.test')).toEqual(nothing);
    expect(await source.findAccounts({ kind: 'id', billingAccountId: '999999' }, 1)).toEqual(nothing);
  });
});

describe('findAccounts on a panel as scripted', () => {
  let panel: Awaited<ReturnType<typeof startScriptedSource>>['panel'] | undefined;
  afterEach(() => panel?.close());

  const search = async (answers: Record<string, unknown>, options = {}) => {
    const started = await startScriptedSource(({ func = '' }) => answers[func] ?? toError('access'), options);
    panel = started.panel;
    return started.source.findAccounts({ kind: 'email', email: 'a@b.test' }, 10);
  };

  const users = toList([{ id: '1', account: '7', email: 'a@b.test' }]);
  const account = toList([{ id: '7', name: 'Example GmbH' }]);

  it('reads no expenses, payments or packs', async () => {
    expect(await search({ user: users, account, hostingpartner: toList([]) })).toEqual({
      accounts: [{ billingAccountId: '7', accountName: 'Example GmbH', isPartner: false }],
      hasMore: false,
    });
    const asked = new Set(panel?.calls.map(({ params }) => params['func']));
    expect([...asked].sort()).toEqual(['account', 'hostingpartner', 'user']);
  });

  it('takes nobody for no partner when contracts may not be read', async () => {
    const failure = await search({ user: users, account }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(AdapterError);
    expect(failure).toMatchObject({ code: 'billing_unauthorized', retry: false });
  });

  it('asks for no contracts where billing has none', async () => {
    const { accounts } = await search({ user: users, account }, { billing: { hasPartnerContracts: false } });
    expect(accounts).toMatchObject([{ isPartner: false }]);
  });
});
