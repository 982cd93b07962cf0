import { buildBillmanagerSource } from '../../src/adapters/billmanager/buildBillmanagerSource';
import { startBillmanager } from '../../src/simulators/billmanager/startBillmanager';
import { reconcileTicket } from '../../src/use-cases/reconcileTicket';
import type { World } from './world';
import { openWorld } from './world';

const EMAIL = 'payer@client.test';

let simulator: Awaited<ReturnType<typeof startBillmanager>>;
let world: World;

const post = async (path: string, body: unknown): Promise<void> => {
  const response = await fetch(`${simulator.url}/_control/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
};
const act = (action: string, more: object = {}) => post('act', { action, email: EMAIL, ...more });

/** Looks at the ticket as billing and helpdesk are now; the keys of what that wrote, in order. */
const look = async (ticketId: string): Promise<string[]> => {
  const billing = buildBillmanagerSource({
    baseUrl: simulator.url,
    authinfo: 'support-bridge:playground',
    logger: world.deps.logger,
    clock: world.clock,
  });
  const before = await readKeys();
  await reconcileTicket({ ...world.deps, billing }, ticketId);
  return (await readKeys()).slice(before.length).map((key) => key.replace(/:spend:\d+:/, ':spend:'));
};
const readKeys = async () => {
  const { rows } = await world.pool.query<{ key: string }>(
    'select key from support_credits.ledger_entries order by account_seq',
  );
  return rows.map(({ key }) => key);
};
const balance = async () => {
  const { rows } = await world.pool.query<{ id: string }>(
    'select billing_account_id as id from support_credits.credit_accounts',
  );
  return (await world.ledger.readTotals(rows[0]!.id)).balanceCredits;
};

beforeAll(async () => {
  simulator = await startBillmanager({ port: 0 });
});
beforeEach(async () => {
  simulator.reset();
  world = await openWorld();
  world.desk.users.set('901', {
    id: '901',
    email: EMAIL,
    isEmailVerified: true,
    isAgent: false,
    isAdmin: false,
    locale: undefined,
    billingAccountId: undefined,
  });
  world.desk.addTicket({ id: '7', requesterId: '901', line: 'sales' });
  world.desk.addTicket({ id: '8', requesterId: '901' });
});
afterEach(() => world.close());
afterAll(() => simulator.close());

describe('R7: a payment that goes back', () => {
  it('takes the unspent credits it earned, once, and gives them anew when it is paid again', async () => {
    await post('seed', { clients: [{ email: EMAIL, name: 'Payer', spent: '150.00' }] });
    await act('pay', { amount: '100.00' });
    expect(await look('7')).toEqual(['grant:spend:1', 'grant:spend:2']);
    await act('return');
    expect(await look('7')).toEqual(['clawback:spend:2:0']);
    expect(await look('7')).toEqual([]);
    expect(await balance()).toBe(1);
    await act('top_up', { amount: '100.00' });
    expect(await look('7')).toEqual(['grant:spend:2:again1']);
    expect(await balance()).toBe(2);
  });

  it('leaves a debt for a credit that was spent already', async () => {
    await post('seed', { clients: [{ email: EMAIL, name: 'Payer', spent: '100.00' }] });
    expect(await look('8')).toEqual(['grant:spend:1', 'debit:zt_8:0']);
    await act('return');
    expect(await look('7')).toEqual(['clawback:spend:1:0']);
    expect(await balance()).toBe(-1);
  });

  it('says in the ledger which payment it was', async () => {
    await post('seed', { clients: [{ email: EMAIL, name: 'Payer', spent: '100.00' }] });
    await look('7');
    await act('return', { amount: '0.01' });
    await look('7');
    const { rows } = await world.pool.query<{ proof: Record<string, unknown> }>(
      `select proof from support_credits.ledger_entries where kind = 'clawback'`,
    );
    expect(rows.map(({ proof }) => proof)).toEqual([
      {
        thresholdCents: 10_000,
        spendCents: 9_999,
        loweredCents: 1,
        returnedPayments: [expect.stringMatching(/^payment \d+: refund$/)],
      },
    ]);
  });

  it('takes nothing when it was money that paid for nothing yet', async () => {
    await post('seed', { clients: [{ email: EMAIL, name: 'Payer', spent: '100.00' }] });
    await act('top_up', { amount: '500.00' });
    await look('7');
    await act('return');
    expect(await look('7')).toEqual([]);
    expect(await balance()).toBe(1);
  });
});
