import { readdirSync } from 'node:fs';
import { startPlayground } from './startPlayground';
import type { Playground } from './startPlayground';
import { waitFor, zendeskAs } from './zendeskAs';

jest.setTimeout(240_000);

let playground: Playground;

beforeAll(async () => {
  playground = await startPlayground({ MODE: 'shadow' });
});
afterAll(() => playground.stop());

it('decides everything, and leaves the tickets and the people of Zendesk as they are', async () => {
  const agent = zendeskAs(playground, 'care@agent.test');
  const ticketId = await zendeskAs(playground, 'credits@client.test').askTech();
  const before = await agent.call('GET', `/api/v2/tickets/${ticketId}.json`);
  const decided = new RegExp(`"task":"reconcile_ticket","ticketId":"${ticketId}"[^}]*"outcome":"debited"`);
  await waitFor(playground.readBridgeLog, (log) => decided.test(log));

  // then: whatever follows from it was left, and nothing was even tried
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(await agent.call('GET', `/api/v2/tickets/${ticketId}.json`)).toEqual(before);
  expect((await agent.readTicket(ticketId)).notes).toEqual([]);
  const { users } = (await agent.call(
    'GET',
    '/api/v2/users/search.json?query=email:credits@client.test',
  )) as {
    users: { user_fields: Record<string, unknown> }[];
  };
  expect(users[0]?.user_fields['support_credits']).toBeNull();
  expect(await playground.readBridgeLog()).not.toMatch(/"level":"(warn|error)"/);
});

it("tells clients nothing of credits that are nobody's", async () => {
  const tell = (path: string) =>
    fetch(`${playground.bridgeUrl}${path}`, { headers: { authorization: 'Bearer of.a.client' } });
  expect((await tell('/v1/client/credits')).status).toBe(401);
  expect((await tell('/v1/client/rules')).status).toBe(200);
  expect(await playground.readBridgeLog()).toContain('shadow_mode');
});

it('keeps a ledger of its own, beside the one of live mode', () => {
  expect(readdirSync(playground.dataDir)).toContain('postgres-shadow');
  expect(readdirSync(playground.dataDir)).not.toContain('postgres');
});
