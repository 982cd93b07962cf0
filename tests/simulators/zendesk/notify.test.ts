import { send, startTestZendesk } from './startTestZendesk';
import type { TestZendesk } from './startTestZendesk';

const PATH = '/api/v2/apps/notify.json';
let zendesk: TestZendesk;

beforeEach(async () => {
  zendesk = await startTestZendesk();
});
afterEach(async () => {
  await zendesk.close();
});

const appId = () => zendesk.world.installation()?.appId;
const notify = (body: object, as?: string) => zendesk.call('POST', PATH, { app_id: appId(), ...body }, as);

/** What the agents' page of this person hears. */
async function listen(email: string): Promise<() => Promise<unknown>> {
  const login = await send(zendesk.url, 'POST', '/access/login', { email }, {});
  const cookie = login.headers.get('set-cookie')?.split(';')[0] ?? '';
  const response = await fetch(`${zendesk.url}/agent/events`, { headers: { cookie } });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  await reader.read();
  return async () => JSON.parse(((await reader.read()).value ?? '').replace(/^data: /, '')) as unknown;
}

describe('apps/notify', () => {
  it('reaches the open pages of agents; text that is JSON comes as what it stands for', async () => {
    const next = await listen('care@agent.test');
    expect((await notify({ event: 'credits.changed', body: '{"ticketId":7}' })).status).toBe(200);
    expect(await next()).toEqual({ notification: { event: 'credits.changed', body: { ticketId: 7 } } });
    await notify({ event: 'note', body: 'plain text' });
    expect(await next()).toEqual({ notification: { event: 'note', body: 'plain text' } });
  });

  it('reaches one agent when one is named', async () => {
    const [care, tech] = await Promise.all([listen('care@agent.test'), listen('tech@agent.test')]);
    const agentId = zendesk.world.users.find((user) => user.email === 'tech@agent.test')?.id;
    await notify({ event: 'own', agent_id: agentId });
    await notify({ event: 'all' });
    expect(await tech()).toEqual({ notification: { event: 'own', body: null } });
    expect(await care()).toEqual({ notification: { event: 'all', body: null } });
  });

  it('is refused to clients, for another app, without an event, and beyond a megabyte', async () => {
    expect((await notify({ event: 'x' }, 'credits@client.test')).status).toBe(403);
    expect((await notify({ app_id: 1, event: 'x' })).status).toBe(404);
    expect((await notify({})).status).toBe(400);
    expect((await notify({ event: 'x', body: 'x'.repeat(1_048_577) })).status).toBe(413);
  });

  it('is limited to 100 a minute', async () => {
    await zendesk.control('limits', { appNotificationsPerMinute: 1 });
    expect((await notify({ event: 'x' })).status).toBe(200);
    expect((await notify({ event: 'x' })).status).toBe(429);
  });
});
