import { createClient } from 'node-zendesk';
import { OAUTH_CLIENT, send, startTestZendesk } from './startTestZendesk';
import type { TestZendesk } from './startTestZendesk';

/** The parts of a public client's answers that these tests read; its own types say little more. */
type Found = { id: number; title?: string; subject?: string; status?: string; email?: string; name?: string };
type PublicClient = ReturnType<typeof createClient>;

let zendesk: TestZendesk;
let client: PublicClient;

/** A client that others wrote, as it comes from the registry, pointed here by its own option. */
beforeAll(async () => {
  zendesk = await startTestZendesk(undefined, { limits: { userUpdatesPerSecond: 100 } });
  const grant = { grant_type: 'client_credentials', scope: 'read write' };
  const secrets = { client_id: OAUTH_CLIENT.id, client_secret: OAUTH_CLIENT.secret };
  const { body } = await send(zendesk.url, 'POST', '/oauth/tokens', { ...grant, ...secrets }, {});
  client = createClient({
    endpointUri: `${zendesk.url}/api/v2`,
    token: String(body.access_token),
    oauth: true,
  });
});
afterAll(() => zendesk.close());

const resultOf = <Result>(answer: unknown): Result => (answer as { result: Result }).result;

describe('node-zendesk', () => {
  it('makes, reads, changes and lists tickets', async () => {
    const ticket = { subject: 'From a public client', comment: { body: 'Text' }, tags: ['public'] };
    const made = resultOf<Found>(await client.tickets.create({ ticket } as never));
    expect(made).toMatchObject({ subject: 'From a public client', status: 'new' });
    const changed = await client.tickets.update(made.id, { ticket: { status: 'open' } } as never);
    expect(resultOf<Found>(changed)).toMatchObject({ id: made.id, status: 'open' });
    expect(resultOf<Found>(await client.tickets.show(made.id))).toMatchObject({ status: 'open' });
    const listed = (await client.tickets.list()) as unknown as Found[];
    expect(listed.map(({ id }) => id)).toContain(made.id);
  });

  it('pages through a list that is longer than a page', async () => {
    const tickets = Array.from({ length: 120 }, () => ({ requester: 'credits@client.test' }));
    await zendesk.control('seed', { tickets });
    const listed = (await client.tickets.list()) as unknown as Found[];
    expect(new Set(listed.map(({ id }) => id)).size).toBe(zendesk.world.tickets.size());
  });

  it('exports tickets by cursor', async () => {
    await zendesk.control('clock', { advanceMs: 61_000 });
    const path = ['incremental', 'tickets', 'cursor', { start_time: 0 }];
    const { result } = (await client.ticketexport.get(path as never)) as unknown as {
      result: { tickets: Found[]; after_cursor: string; end_of_stream: boolean };
    };
    expect(result.tickets).toHaveLength(zendesk.world.tickets.size());
    const next = await client.ticketexport.exportCursor(0, result.after_cursor);
    expect(next).toMatchObject({ result: { tickets: [], end_of_stream: true } });
  });

  it('finds people, knows itself and writes user fields', async () => {
    expect(resultOf<Found>(await client.users.me())).toMatchObject({ email: 'bridge@agent.test' });
    const found = await client.users.search({ query: 'email:credits@client.test' });
    const [user] = (Array.isArray(found) ? found : resultOf<Found[]>(found)) as Found[];
    expect(user).toMatchObject({ email: 'credits@client.test' });
    const change = { user: { user_fields: { support_credits: 4 } } };
    await client.users.update(user?.id ?? 0, change as never);
    expect(zendesk.world.users.get(user?.id ?? 0)?.user_fields).toMatchObject({ support_credits: 4 });
  });

  it('lists, makes, changes and removes triggers', async () => {
    const trigger = {
      title: 'From a public client',
      conditions: { all: [{ field: 'update_type', operator: 'is', value: 'Create' }], any: [] },
      actions: [{ field: 'current_tags', value: 'seen' }],
    };
    const made = resultOf<Found>(await client.triggers.create({ trigger } as never));
    await client.triggers.update(made.id, { trigger: { title: 'Renamed' } } as never);
    const listed = (await client.triggers.list()) as unknown as Found[];
    expect(listed).toContainEqual(expect.objectContaining({ id: made.id, title: 'Renamed' }));
    await client.triggers.delete(made.id);
    expect(zendesk.world.triggers.get(made.id)).toBeUndefined();
  });

  it('reads what an app made: fields, macros, views, forms and groups', async () => {
    const titles = zendesk.world.ticketFields.all().map(({ title }) => title);
    const fields = (await client.ticketfields.list()) as unknown as Found[];
    expect(fields.map(({ title }) => title)).toEqual(expect.arrayContaining(titles));
    // This client's list of macros is that of the active ones.
    const active = zendesk.world.macros.filter((macro) => macro.active);
    expect(await client.macros.list()).toHaveLength(active.length);
    expect(active.length).toBeLessThan(zendesk.world.macros.size());
    expect(await client.views.list()).toHaveLength(zendesk.world.views.size());
    expect(await client.groups.list()).toHaveLength(zendesk.world.groups.size());
  });

  it('is told what is refused, in a way that it understands', async () => {
    await expect(client.tickets.show(999_999)).rejects.toThrow('(404)');
  });
});
