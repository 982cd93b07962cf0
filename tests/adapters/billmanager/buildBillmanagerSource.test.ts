import { buildBillmanagerSource } from '../../../src/adapters/billmanager/buildBillmanagerSource';
import type { AccountFacts } from '../../../src/domain/accounts/accountFacts';
import { startBillmanager } from '../../../src/simulators/billmanager/startBillmanager';
import { AdapterError } from '../../../src/use-cases/ports/AdapterError';
import type { BillingSource } from '../../../src/use-cases/ports/billingSource';
import { skipPause } from './askPanel';
import { buildFixedClock, buildRecordedLog } from './recordedLog';

const TIMEOUT_MS = 1_500;
const NOW = '2026-11-22T10:00:00.000Z';

let simulator: Awaited<ReturnType<typeof startBillmanager>>;
let log: ReturnType<typeof buildRecordedLog>;
let billing: BillingSource;

const buildSource = (authinfo = 'support-bridge:playground', timeoutMs = TIMEOUT_MS) =>
  buildBillmanagerSource({
    baseUrl: simulator.url,
    authinfo,
    logger: log,
    clock: buildFixedClock(NOW),
    timeoutMs,
    pause: skipPause,
  });

const control = async (path: string, body: unknown): Promise<unknown> => {
  const response = await fetch(`${simulator.url}/_control/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
  return response.json();
};

const readIdOf = async (email: string): Promise<string> => {
  const match = await billing.readClient(email);
  if (match.kind !== 'one') throw new Error(`expected one account of ${email}, not ${match.kind}`);
  return match.billingAccountId;
};

const readFactsOf = async (billingAccountId: string): Promise<AccountFacts> => {
  const facts = await billing.readAccountFacts(billingAccountId);
  if (facts === undefined) throw new Error(`expected an account ${billingAccountId}`);
  return facts;
};

const failureOf = async (promise: Promise<unknown>): Promise<AdapterError> => {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AdapterError)) throw new Error(`expected an AdapterError, not ${String(error)}`);
  return error;
};

beforeAll(async () => {
  simulator = await startBillmanager({ port: 0 });
});
beforeEach(() => {
  simulator.reset();
  log = buildRecordedLog();
  billing = buildSource();
});
afterAll(() => simulator.close());

describe('readClient', () => {
  it('finds the account of a client whatever the case of the e-mail', async () => {
    const match = await billing.readClient('  Credits@Client.TEST ');
    expect(match.kind).toBe('one');
  });

  it('does not take a namesake for the client that the filter finds with it', async () => {
    expect(await billing.readClient('unknown@client.test')).toEqual({ kind: 'none' });
    expect(await billing.readClient('client.test')).toEqual({ kind: 'none' });
  });

  it('says that an e-mail has several accounts', async () => {
    expect(await billing.readClient('two@client.test')).toEqual({ kind: 'several' });
  });
});

describe('readAccountFacts', () => {
  it('sums products without packs and shows the packs', async () => {
    const billingAccountId = await readIdOf('credits@client.test');
    const { packs, expenses, ...facts } = await readFactsOf(billingAccountId);
    expect(facts).toEqual({
      billingAccountId,
      accountName: 'Cedar Hosting GmbH',
      spendCents: 24_300,
      partnerLevel: undefined,
      readAt: NOW,
    });
    expect(expenses.map((expense) => expense.spendCents)).toEqual([14_300, 6_000, 4_000]);
    expect(packs.map((pack) => pack.pricelistId)).toEqual(['101', '101']);
    expect(new Set(packs.map((pack) => pack.billingItemId)).size).toBe(2);
    for (const { boughtAt } of packs) expect(new Date(boughtAt).toISOString()).toBe(boughtAt);
  });

  it('shows the level of a partner, and none of a client', async () => {
    const partner = await readFactsOf(await readIdOf('partner@client.test'));
    expect([partner.partnerLevel, partner.spendCents]).toEqual(['Gold', 50_000]);
    const former = await readFactsOf(await readIdOf('expartner@client.test'));
    expect(former.partnerLevel).toBeUndefined();
  });

  it('sees a client that billing was given a moment ago', async () => {
    const client = { email: 'new@client.test', name: 'New', spentEur: '457.23', packs: [5] };
    await control('seed', { clients: [client] });
    const facts = await readFactsOf(await readIdOf('new@client.test'));
    expect([facts.spendCents, facts.packs.length]).toEqual([45_723, 1]);
  });

  it('knows an account that is not there from one that cannot be read', async () => {
    expect(await billing.readAccountFacts('999999')).toBeUndefined();
  });
});

describe('failures', () => {
  it('is not authorized with a wrong password, and asking again does not help', async () => {
    const error = await failureOf(buildSource('support-bridge:wrong').readClient('credits@client.test'));
    expect([error.code, error.retry]).toEqual(['billing_bad_password', false]);
  });

  it.each([
    ['a bad gateway', { status: 502 }, 'billing_unreachable'],
    ['a broken panel', { status: 500 }, 'billing_unreachable'],
    ['a login page', { html: true }, 'billing_html'],
    ['silence', { hang: true }, 'billing_timeout'],
    ['an answer that comes too late', { delayMs: 60_000 }, 'billing_timeout'],
    ['a truncated answer', { truncate: true }, 'billing_truncated'],
  ])('names %s and asks to be asked again', async (_name, faults, code) => {
    const billingAccountId = await readIdOf('credits@client.test');
    const impatient = buildSource(undefined, 400);
    await control('faults', faults);
    const errors = await Promise.all(
      [impatient.readClient('credits@client.test'), impatient.readAccountFacts(billingAccountId)].map(
        failureOf,
      ),
    );
    expect(errors.map((error) => [error.code, error.retry])).toEqual([
      [code, true],
      [code, true],
    ]);
  });

  it('gets through a gateway that fails now and then', async () => {
    await control('faults', { status: 503, rate: 0.5 });
    await expect(readIdOf('credits@client.test')).resolves.toMatch(/^\d+$/);
    await expect(readIdOf('partner@client.test')).resolves.toMatch(/^\d+$/);
    expect(log.lines.map(({ message }) => message)).toContain('billing is asked again');
  });

  it('reads on when the panel is back', async () => {
    await control('faults', { status: 502 });
    await failureOf(billing.readClient('credits@client.test'));
    await control('faults', {});
    await expect(readIdOf('credits@client.test')).resolves.toMatch(/^\d+$/);
  });

  it('names a panel that nobody listens for', async () => {
    const gone = await startBillmanager({ port: 0 });
    const lost = buildBillmanagerSource({
      baseUrl: gone.url,
      authinfo: 'support-bridge:playground',
      logger: log,
      clock: buildFixedClock(NOW),
    });
    await gone.close();
    const error = await failureOf(lost.readClient('credits@client.test'));
    expect([error.code, error.retry]).toEqual(['billing_unreachable', true]);
  });
});

describe('many readings at once', () => {
  const emails = Array.from({ length: 10 }, (_, index) => `client${index}@many.test`);

  it('does not count the wait for a slot as time that the panel took', async () => {
    await control('faults', { delayMs: 250 });
    const patient = buildSource(undefined, 1_000);
    const matches = await Promise.all(emails.map((email) => patient.readClient(email)));
    expect(matches).toEqual(emails.map(() => ({ kind: 'none' })));
  });
});
