import { OAUTH_CLIENT, send, startTestZendesk } from './startTestZendesk';
import type { TestZendesk } from './startTestZendesk';

let zendesk: TestZendesk;

beforeEach(async () => {
  zendesk = await startTestZendesk();
  await zendesk.control('seed', { tickets: [{ requester: 'credits@client.test' }] });
});
afterEach(async () => {
  await zendesk.close();
});

const list = () => zendesk.call('GET', '/api/v2/tickets');
const updateUser = (name: string, email = 'credits@client.test') => {
  const id = zendesk.world.users.find((user) => user.email === email)?.id;
  return zendesk.call('PUT', `/api/v2/users/${String(id)}`, { user: { name } });
};

describe('limits', () => {
  it('are adjusted while the simulator runs, and go back to its own', async () => {
    const { body } = await zendesk.control('limits', { accountPerMinute: 1 });
    expect(body).toMatchObject({ accountPerMinute: 1, incrementalPerMinute: 10, areOn: true });
    expect((await list()).status).toBe(200);
    const refused = await list();
    expect(refused.status).toBe(429);
    expect(refused.headers.get('x-rate-limit')).toBe('1');
    expect(refused.headers.get('x-rate-limit-remaining')).toBe('0');
    expect(refused.headers.get('retry-after')).toBe(refused.headers.get('ratelimit-reset'));
    await zendesk.control('limits', {});
    expect((await list()).status).toBe(200);
  });

  it('can be switched off: nothing is counted and nothing is told', async () => {
    await zendesk.control('limits', { areOn: false, accountPerMinute: 0, ticketListsPerMinute: 0 });
    const { status, headers } = await list();
    expect(status).toBe(200);
    expect(headers.get('x-rate-limit')).toBeNull();
    await zendesk.control('reset');
    expect((await list()).headers.get('x-rate-limit')).toBe('700');
  });

  it('let one person be updated a second, of the whole account', async () => {
    expect((await updateUser('One')).status).toBe(200);
    const refused = await updateUser('Two', 'empty@client.test');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('1');
    await zendesk.control('clock', { advanceMs: 1000 });
    expect((await updateUser('Two', 'empty@client.test')).status).toBe(200);
  });

  it.each([[{ moonPerMinute: 1 }], [{ accountPerMinute: -1 }], [{ areOn: 'no' }], ['all']])(
    'refuse %j',
    async (body) => {
      expect((await zendesk.control('limits', body)).status).toBe(400);
    },
  );
});

describe('faults of the API', () => {
  const askToken = async (): Promise<Record<string, string>> => {
    const grant = { grant_type: 'client_credentials', scope: 'read write' };
    const client = { client_id: OAUTH_CLIENT.id, client_secret: OAUTH_CLIENT.secret };
    const { body } = await send(zendesk.url, 'POST', '/oauth/tokens', { ...grant, ...client }, {});
    return { authorization: `Bearer ${String(body.access_token)}` };
  };
  const statusesOf = async (count: number): Promise<number[]> => {
    const statuses: number[] = [];
    for (let call = 0; call < count; call += 1) statuses.push((await list()).status);
    return statuses;
  };

  it('strike the same calls again with the same seed', async () => {
    await zendesk.control('limits', { areOn: false });
    const faults = { seed: 7, api: { statuses: { '429': 0.2, '500': 0.2 }, retryAfterS: 3 } };
    await zendesk.control('faults', faults);
    const first = await statusesOf(40);
    await zendesk.control('faults', faults);
    expect(await statusesOf(40)).toEqual(first);
    expect(new Set(first)).toEqual(new Set([200, 429, 500]));
    await zendesk.control('faults', { ...faults, seed: 8 });
    expect(await statusesOf(40)).not.toEqual(first);
  });

  it('lose the answer after the work was done', async () => {
    await zendesk.control('faults', { api: { loseAnswer: 1 } });
    const update = zendesk.call('PUT', '/api/v2/tickets/1', { ticket: { priority: 'high' } });
    await expect(update).rejects.toThrow('fetch failed');
    expect(zendesk.world.tickets.get(1)?.priority).toBe('high');
  });

  it('meet the integration alone when told so', async () => {
    const headers = await askToken();
    await zendesk.control('faults', { api: { status: 503, onlyTokens: true } });
    const asIntegration = await send(zendesk.url, 'GET', '/api/v2/tickets', undefined, headers);
    expect(asIntegration.status).toBe(503);
    expect((await list()).status).toBe(200);
  });

  it.each([
    [{ api: { statuses: { '200': 0.1 } } }],
    [{ api: { statuses: { '500': 2 } } }],
    [{ api: { loseAnswer: true } }],
    [{ seed: 1.5 }],
    [{ webhooks: { repeatTimestamp: 'old' } }],
  ])('refuse %j', async (faults) => {
    expect((await zendesk.control('faults', faults)).status).toBe(400);
  });
});
