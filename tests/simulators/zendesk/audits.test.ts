import { startTestZendesk } from './startTestZendesk';
import type { TestZendesk } from './startTestZendesk';

const CARE = 'care@agent.test';
let zendesk: TestZendesk;

beforeEach(async () => {
  zendesk = await startTestZendesk();
});
afterEach(async () => {
  await zendesk.close();
});

const idOf = (email: string): number => zendesk.world.users.find((user) => user.email === email)?.id ?? 0;

describe('audits', () => {
  it('open with the comment and the created values, and mark what a trigger changed', async () => {
    const ticket = { subject: 'Help', comment: { body: 'a < b' }, tags: ['topic_pay'] };
    await zendesk.call('POST', '/api/v2/tickets', { ticket }, CARE);
    const { body } = await zendesk.call('GET', '/api/v2/tickets/1/audits.json');
    const line = String(zendesk.fieldId('support_line'));
    expect(body.audits).toHaveLength(1);
    expect(body.audits[0]).toMatchObject({ author_id: idOf(CARE), ticket_id: 1, via: { channel: 'api' } });
    const events = body.audits[0]?.events ?? [];
    expect(events[0]).toMatchObject({ type: 'Comment', public: true, body: 'a < b' });
    expect(events[0]?.html_body).toContain('a &lt; b');
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'Create', field_name: 'status', value: 'new' }),
    );
    expect(events).toContainEqual(
      expect.objectContaining({
        type: 'Change',
        field_name: line,
        value: 'sales',
        previous_value: null,
        via: expect.objectContaining({
          channel: 'rule',
          source: expect.objectContaining({ rel: 'trigger' }),
        }),
      }),
    );
  });

  it('name who made each update and carry no rule on what a person changed', async () => {
    await zendesk.call('POST', '/api/v2/tickets', { ticket: { comment: { body: 'x' } } });
    const action = zendesk.fieldId('credit_action');
    const custom_fields = [{ id: action, value: 'credit_action_recheck' }];
    await zendesk.call('PUT', '/api/v2/tickets/1', { ticket: { custom_fields } }, 'tech@agent.test');
    const { body } = await zendesk.call('GET', '/api/v2/tickets/1/audits');
    const audit = body.audits[1];
    const change = audit?.events.find((event) => event.field_name === String(action));
    expect(audit?.author_id).toBe(idOf('tech@agent.test'));
    expect(change).toMatchObject({ type: 'Change', value: 'credit_action_recheck', previous_value: null });
    expect(change).not.toHaveProperty('via');
  });

  it('keep the updater as author when the comment is in someone else’s name', async () => {
    const comment = { body: 'x', author_id: idOf('credits@client.test') };
    await zendesk.call('POST', '/api/v2/tickets', { ticket: { comment } }, CARE);
    const { body } = await zendesk.call('GET', '/api/v2/tickets/1/audits');
    expect(body.audits[0]?.author_id).toBe(idOf(CARE));
    const comments = await zendesk.call('GET', '/api/v2/tickets/1/comments');
    expect(comments.body.comments).toMatchObject([{ author_id: idOf('credits@client.test'), public: true }]);
  });

  it('come newest first where that is asked for, and page by page in either way', async () => {
    await zendesk.call('POST', '/api/v2/tickets', { ticket: { comment: { body: '0' } } });
    for (const body of ['1', '2', '3', '4']) {
      await zendesk.call('PUT', '/api/v2/tickets/1', { ticket: { comment: { body } } });
    }
    const bodies = (audits: { events: Record<string, unknown>[] }[]) =>
      audits.map(({ events }) => events[0]?.body);
    const read = async (query: string) =>
      (await zendesk.call('GET', `/api/v2/tickets/1/audits.json${query}`)).body;
    expect(bodies((await read('')).audits)).toEqual(['0', '1', '2', '3', '4']);
    expect(bodies((await read('?sort_order=desc&per_page=2')).audits)).toEqual(['4', '3']);
    expect(bodies((await read('?sort_order=desc&per_page=2&page=2')).audits)).toEqual(['2', '1']);

    const first = await read('?page[size]=2&sort=-created_at');
    expect(bodies(first.audits)).toEqual(['4', '3']);
    expect(first.meta).toMatchObject({ has_more: true, before_cursor: expect.any(String) });
    await zendesk.call('PUT', '/api/v2/tickets/1', { ticket: { comment: { body: 'meanwhile' } } });
    const { next } = first.links as { next: string };
    const second = (await zendesk.call('GET', next.replace(zendesk.url, ''))).body;
    expect(bodies(second.audits)).toEqual(['2', '1']);
    const { prev } = second.links as { prev: string };
    const back = (await zendesk.call('GET', prev.replace(zendesk.url, ''))).body;
    expect(bodies(back.audits)).toEqual(['4', '3']);
  });

  it('and comments in the same order', async () => {
    await zendesk.call('POST', '/api/v2/tickets', { ticket: { comment: { body: 'x' } } });
    await zendesk.call('PUT', '/api/v2/tickets/1', { ticket: { comment: { body: 'y' } } });
    const { body } = await zendesk.call('GET', '/api/v2/tickets/1/comments.json?sort_order=desc');
    expect(body.comments).toMatchObject([{ body: 'y' }, { body: 'x' }]);
  });

  it('are listed with private and public comments', async () => {
    await zendesk.call('POST', '/api/v2/tickets', { ticket: { comment: { body: 'x' } } });
    await zendesk.call('PUT', '/api/v2/tickets/1', { ticket: { comment: { body: 'y', public: false } } });
    const { body } = await zendesk.call('GET', '/api/v2/tickets/1/comments');
    expect(body.comments).toMatchObject([
      { body: 'x', public: true },
      { body: 'y', public: false },
    ]);
  });
});
