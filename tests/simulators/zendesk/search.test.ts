import { startTestZendesk } from './startTestZendesk';
import type { TestZendesk } from './startTestZendesk';

let zendesk: TestZendesk;

beforeAll(async () => {
  zendesk = await startTestZendesk();
  await zendesk.control('seed', {
    tickets: [
      { requester: 'credits@client.test', subject: 'Licence lost', tags: ['vip'] },
      { requester: 'empty@client.test', subject: 'Another licence', status: 'solved', priority: 'high' },
      { requester: 'empty@client.test', subject: 'Gone' },
    ],
  });
  await zendesk.call('DELETE', '/api/v2/tickets/3');
});
afterAll(() => zendesk.close());

describe('search', () => {
  it.each([
    ['licence', [1, 2]],
    ['type:ticket status<solved', [1]],
    ['type:ticket status>=solved', [2]],
    ['tags:vip', [1]],
    ['type:ticket requester:"Empty@client.test"', [2]],
    ['type:ticket priority:high licence', [2]],
    ['type:ticket assignee:none', [1, 2]],
    ['type:ticket created>2000-01-01', [1, 2]],
    ['gone', []],
  ])('for %s finds tickets %j', async (query, ids) => {
    const path = `/api/v2/search.json?query=${encodeURIComponent(query)}`;
    const { body } = await zendesk.call('GET', path);
    const results = body.results as { id: number; result_type: string }[];
    expect(results.filter((one) => one.result_type === 'ticket').map(({ id }) => id)).toEqual(ids);
    const counted = await zendesk.call('GET', path.replace('search.json', 'search/count.json'));
    expect(counted.body.count).toBe(results.length);
  });

  it('finds people', async () => {
    const { body } = await zendesk.call('GET', '/api/v2/search?query=type:user%20email:empty@client.test');
    expect(body.results).toMatchObject([{ result_type: 'user', email: 'empty@client.test' }]);
  });

  it('refuses what it does not play, and clients', async () => {
    expect((await zendesk.call('GET', '/api/v2/search?query=brand:x')).status).toBe(400);
    expect(
      (await zendesk.call('GET', '/api/v2/search?query=x', undefined, 'credits@client.test')).status,
    ).toBe(403);
  });
});
