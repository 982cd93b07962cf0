import { createHmac } from 'node:crypto';
import { startPlayground } from './startPlayground';
import type { Playground } from './startPlayground';
import type { SeenTicket } from './zendeskAs';
import { control, waitFor, zendeskAs } from './zendeskAs';

jest.setTimeout(240_000);

const SECRET = 'news-secret-of-thirty-two-characters';

let playground: Playground;

beforeAll(async () => {
  playground = await startPlayground({ BILLMANAGER_WEBHOOK_SECRET: SECRET });
});
afterAll(() => playground.stop());

/** Says what the plugin for BILLmanager says. */
async function tell(account: string): Promise<number> {
  const body = JSON.stringify({ account, event: 'payment.setpaid', at: new Date().toISOString() });
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const digest = createHmac('sha256', SECRET).update(`${timestamp}.${body}`).digest('hex');
  const response = await fetch(`${playground.bridgeUrl}/webhooks/billmanager`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-support-credits-timestamp': timestamp,
      'x-support-credits-signature': `sha256=${digest}`,
    },
    body,
  });
  return response.status;
}

async function findAccountId(email: string): Promise<string> {
  const state: unknown = await (await fetch(`${playground.billmanagerUrl}/_control/state`)).json();
  const { clients } = state as { clients: { accountId: string; emails: string[] }[] };
  const client = clients.find(({ emails }) => emails.includes(email));
  if (client === undefined) throw new Error(`Billing has no ${email}.`);
  return client.accountId;
}

describe('news from billing', () => {
  it('settle a held ticket by themselves, and bring the fields at the client in line', async () => {
    const email = 'empty@client.test';
    const care = zendeskAs(playground, 'care@agent.test');
    const ticketId = await zendeskAs(playground, email).askTech();
    const shows = (state: string) => (ticket: SeenTicket) => ticket.tags.includes(`credit_${state}`);
    await waitFor(() => care.readTicket(ticketId), shows('held'));
    await control(playground.billmanagerUrl, '/_control/act', { action: 'buy', credits: 5, email });
    expect(await tell(await findAccountId(email))).toBe(200);
    const settled = await waitFor(() => care.readTicket(ticketId), shows('debited'));
    expect(settled.notes.at(-1)).toContain('4 credits left');
    // Another look at the ticket may have read the account a moment before: then that reading is taken.
    const log = await waitFor(playground.readBridgeLog, (text) =>
      /"task":"refresh_account".*"outcome":"(read|remembered)"/.test(text),
    );
    expect(log).not.toContain(SECRET);
  });

  it('of an account that nobody here belongs to lead to nothing', async () => {
    expect(await tell('987654')).toBe(200);
    expect(await playground.readBridgeLog()).not.toMatch(/"task":"refresh_account".*987654/);
  });
});
