import { startTestZendesk } from './startTestZendesk';
import type { TestZendesk } from './startTestZendesk';

let zendesk: TestZendesk;

beforeEach(async () => {
  zendesk = await startTestZendesk(undefined, { limits: { userUpdatesPerSecond: 1000 } });
});
afterEach(async () => {
  await zendesk.close();
});

const find = async (query: string) =>
  (await zendesk.call('GET', `/api/v2/users/search.json?${query}`)).body.users;

describe('users', () => {
  it('are found by their whole address in any case', async () => {
    expect(await find('query=email:Credits@Client.test')).toMatchObject([
      { email: 'credits@client.test', role: 'end-user', verified: true, locale: 'en-US' },
    ]);
    expect(await find('query=email:credits@client')).toEqual([]);
  });

  it('are found by part of a name and by external id', async () => {
    expect(await find('query=weber')).toHaveLength(1);
    const [user] = await find('query=email:two@client.test');
    await zendesk.call('PUT', `/api/v2/users/${String(user?.id)}`, { user: { external_id: 'acc-1' } });
    expect(await find('external_id=ACC-1')).toMatchObject([{ id: user?.id }]);
  });

  it('are shown many at once to agents, without those that are not there', async () => {
    const [one] = await find('query=email:credits@client.test');
    const [other] = await find('query=email:two@client.test');
    const path = `/api/v2/users/show_many.json?ids=${String(one?.id)},${String(other?.id)},4711`;
    const { body } = await zendesk.call('GET', path);
    expect(body.users?.map(({ email }) => email)).toEqual(['credits@client.test', 'two@client.test']);
    const asClient = await zendesk.call('GET', path, undefined, 'credits@client.test');
    expect(asClient.status).toBe(403);
  });

  it('have large ids and show every user field', async () => {
    const [user] = await find('query=email:credits@client.test');
    expect(user?.id).toBeGreaterThan(2 ** 31);
    expect(user?.user_fields).toEqual({
      support_credits: null,
      support_spend_eur: null,
      support_partner: null,
      support_billing_account: null,
      support_billing_read_at: null,
    });
    expect((await zendesk.call('GET', `/api/v2/users/${String(user?.id)}.json`)).body.user.id).toBe(user?.id);
  });

  it('take values of user fields by key, each of its type, and keep the others', async () => {
    const [user] = await find('query=email:credits@client.test');
    const path = `/api/v2/users/${String(user?.id)}.json`;
    const user_fields = {
      support_credits: 4,
      support_spend_eur: 243.5,
      support_partner: true,
      support_billing_read_at: '2026-11-22',
      not_a_field: 'x',
    };
    await zendesk.call('PUT', path, { user: { user_fields } });
    const { body } = await zendesk.call('PUT', path, { user: { user_fields: { support_credits: 3 } } });
    expect(body.user.user_fields).toEqual({
      support_credits: 3,
      support_spend_eur: 243.5,
      support_partner: true,
      support_billing_account: null,
      support_billing_read_at: '2026-11-22T00:00:00Z',
    });
  });

  it('are heard of on the agents’ pages when they change', async () => {
    const [user] = await find('query=email:credits@client.test');
    const stream = await fetch(`${zendesk.url}/agent/events`);
    const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
    await reader.read();
    const user_fields = { support_billing_account: '1001' };
    await zendesk.call('PUT', `/api/v2/users/${String(user?.id)}`, { user: { user_fields } });
    expect((await reader.read()).value).toBe(`data: {"userId":${String(user?.id)}}\n\n`);
    await reader.cancel();
  });

  it.each([
    [{ support_credits: 'many' }],
    [{ support_credits: 1.5 }],
    [{ support_partner: 'yes' }],
    [{ support_billing_read_at: 'soon' }],
    [{ support_billing_account: 7 }],
  ])('refuse user fields of another type: %p', async (user_fields) => {
    const [user] = await find('query=email:credits@client.test');
    const { status } = await zendesk.call('PUT', `/api/v2/users/${String(user?.id)}`, {
      user: { user_fields },
    });
    expect(status).toBe(422);
  });

  it('are created or updated by address', async () => {
    const path = '/api/v2/users/create_or_update.json';
    const created = await zendesk.call('POST', path, { user: { email: 'x@client.test', name: 'X' } });
    expect(created).toMatchObject({ status: 201, body: { user: { verified: false, role: 'end-user' } } });
    const updated = await zendesk.call('POST', path, { user: { email: 'X@client.test', name: 'Y' } });
    expect(updated).toMatchObject({ status: 200, body: { user: { id: created.body.user.id, name: 'Y' } } });
    expect((await zendesk.call('POST', path, { user: { email: 'z@client.test' } })).status).toBe(422);
    expect((await zendesk.call('POST', path, { user: { role: 'king' } })).status).toBe(422);
  });

  it('may read themselves, and others only as agents', async () => {
    const [user] = await find('query=email:credits@client.test');
    const [other] = await find('query=email:two@client.test');
    const read = async (id: number | undefined) =>
      (await zendesk.call('GET', `/api/v2/users/${String(id)}`, undefined, 'credits@client.test')).status;
    expect(await read(user?.id)).toBe(200);
    expect(await read(other?.id)).toBe(403);
    expect((await zendesk.call('GET', '/api/v2/users/1')).status).toBe(404);
  });

  it('have identities, of which any verified one makes the user verified', async () => {
    const phone = { type: 'phone_number', value: '+4930123456', verified: true };
    const seeded = await zendesk.control('seed', {
      users: [{ email: 'caller@client.test', verified: false, identities: [phone] }],
    });
    const path = `/api/v2/users/${String((seeded.body.users as unknown as number[])[0])}`;
    expect((await zendesk.call('GET', path)).body.user).toMatchObject({ verified: true });
    const listed = await zendesk.call('GET', `${path}/identities.json`);
    expect(listed.body).toMatchObject({
      identities: [
        { type: 'email', value: 'caller@client.test', primary: true, verified: false, verified_at: null },
        { type: 'phone_number', value: '+4930123456', primary: false, verified: true },
      ],
      count: 2,
      next_page: null,
    });
    const emails = await zendesk.call('GET', `${path}/identities.json?type[]=email`);
    expect(emails.body).toMatchObject({ count: 1, identities: [{ type: 'email' }] });
  });

  it('have their address verified by an agent, and keep their identities', async () => {
    const seeded = await zendesk.control('seed', { users: [{ email: 'new@client.test', verified: false }] });
    const path = `/api/v2/users/${String((seeded.body.users as unknown as number[])[0])}`;
    const [before] = (await zendesk.call('GET', `${path}/identities`)).body.identities as { id: number }[];
    await zendesk.call('PUT', path, { user: { verified: true } });
    expect((await zendesk.call('GET', `${path}/identities`)).body.identities).toMatchObject([
      { id: before?.id, verified: true },
    ]);
  });

  it('show their identities to agents only', async () => {
    const [user] = await find('query=email:credits@client.test');
    const path = `/api/v2/users/${String(user?.id)}/identities`;
    expect((await zendesk.call('GET', path, undefined, 'two@client.test')).status).toBe(403);
    expect((await zendesk.call('GET', '/api/v2/users/1/identities')).status).toBe(404);
  });

  it('refuse an identity of no known kind', async () => {
    const user = { email: 'odd@client.test', name: 'Odd', identities: [{ type: 'pigeon', value: 'x' }] };
    expect((await zendesk.call('POST', '/api/v2/users/create_or_update', { user })).status).toBe(422);
  });

  it('are listed page by page', async () => {
    const { body } = await zendesk.call('GET', '/api/v2/users?per_page=3&page=2');
    expect(body.users).toHaveLength(3);
    expect(body).toMatchObject({ count: 10 });
    expect(String(body.previous_page)).toContain('page=1');
  });
});

describe('fields', () => {
  it('show what the package asked for', async () => {
    const { body } = await zendesk.call('GET', '/api/v2/ticket_fields.json');
    expect(body.count).toBeGreaterThanOrEqual(zendesk.world.ticketFields.size());
    const id = zendesk.fieldId('support_line');
    const shown = await zendesk.call('GET', `/api/v2/ticket_fields/${String(id)}.json`);
    expect(shown.body.ticket_field).toMatchObject({
      type: 'tagger',
      title: 'Support line · Линия поддержки',
      editable_in_portal: true,
      creator_app_name: 'Support Credits',
      creator_user_id: -1,
      custom_field_options: [{ value: 'sales' }, { value: 'tech' }],
    });
    expect((await zendesk.call('GET', '/api/v2/ticket_fields/1')).status).toBe(404);
    expect((await zendesk.call('GET', '/api/v2/user_fields.json')).body).toMatchObject({
      count: zendesk.world.userFields.size(),
    });
  });
});
