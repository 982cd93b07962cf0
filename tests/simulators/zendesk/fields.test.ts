import { readAgentFields } from '../../../src/simulators/zendesk/pages/views/FieldView';
import { startTestZendesk } from './startTestZendesk';
import type { TestZendesk } from './startTestZendesk';

let zendesk: TestZendesk;

beforeEach(async () => {
  zendesk = await startTestZendesk();
});
afterEach(async () => {
  await zendesk.close();
});

const pathOf = (identifier: string) => `/api/v2/ticket_fields/${String(zendesk.fieldId(identifier))}`;
const change = (identifier: string, ticket_field: unknown, as?: string) =>
  zendesk.call('PUT', pathOf(identifier), { ticket_field }, as);

describe('ticket fields', () => {
  it('are those of every account and those of the app', async () => {
    const { body } = await zendesk.call('GET', '/api/v2/ticket_fields.json');
    const fields = body.ticket_fields as { type: string; removable: boolean; title: string }[];
    expect(fields.filter((field) => !field.removable).map((field) => field.type)).toContain('subject');
    const made = zendesk.world.ticketFields.all().map(({ title }) => title);
    expect(fields.filter((field) => field.removable).map(({ title }) => title)).toEqual(made);
  });

  it('can be renamed, and keep what else they have', async () => {
    const { body } = await change('support_line', { title: 'Which line' });
    expect(body.ticket_field).toMatchObject({ title: 'Which line', type: 'tagger', active: true });
    const options = (body.ticket_field as { custom_field_options: { value: string }[] }).custom_field_options;
    expect(options.map(({ value }) => value)).toEqual(['sales', 'tech']);
  });

  it('keep the ids of options that stay when the options are replaced', async () => {
    const before = zendesk.world.ticketFields.get(zendesk.fieldId('support_line'))!;
    const custom_field_options = [
      { name: 'Technology', value: 'tech' },
      { name: 'Third line', value: 'third' },
    ];
    await change('support_line', { custom_field_options });
    const after = zendesk.world.ticketFields.get(before.id)!;
    expect(after.custom_field_options[0]).toMatchObject({
      id: before.custom_field_options[1]?.id,
      name: 'Technology',
    });
    expect(after.creator_app_name).toBe(before.creator_app_name);
  });

  it('take one option more, or a new name for one, without the list being sent', async () => {
    const path = `${pathOf('support_line')}/options.json`;
    const add = (custom_field_option: unknown, as?: string) =>
      zendesk.call('POST', path, { custom_field_option }, as);
    const added = await add({ name: 'Third line', value: 'third' });
    expect(added).toMatchObject({ status: 201, body: { custom_field_option: { value: 'third' } } });
    const { id } = added.body.custom_field_option as { id: number };
    expect((await add({ id, name: 'Experts', value: 'third' })).status).toBe(200);
    const field = zendesk.world.ticketFields.get(zendesk.fieldId('support_line'));
    expect(field?.custom_field_options.map(({ name }) => name).at(-1)).toBe('Experts');
    expect(field?.custom_field_options.map(({ value }) => value)).toEqual(['sales', 'tech', 'third']);
    expect((await add({ name: 'Twice', value: 'tech' })).status).toBe(422);
    expect((await add({ name: 'x', value: 'x' }, 'care@agent.test')).status).toBe(403);
  });

  it('switched off are not on tickets, and neither set nor tagged', async () => {
    await change('support_credit', { active: false });
    const custom_fields = [{ id: zendesk.fieldId('support_credit'), value: 'credit_free' }];
    const ticket = { comment: { body: 'x' }, custom_fields };
    const { body } = await zendesk.call('POST', '/api/v2/tickets', { ticket });
    expect(body.ticket.custom_fields.map(({ id }) => id)).not.toContain(zendesk.fieldId('support_credit'));
    expect(body.ticket.tags).not.toContain('credit_free');
  });

  it('with a pattern take what matches it as a whole, or nothing, and refuse the rest', async () => {
    const id = zendesk.fieldId('support_credits_left');
    const put = async (value: unknown, path = '/api/v2/tickets', method = 'POST') => {
      const ticket = { comment: { body: 'x' }, custom_fields: [{ id, value }] };
      return (await zendesk.call(method, path, { ticket })).status;
    };
    expect(await Promise.all(['0', '-12', '123456789', 7, '', null].map((value) => put(value)))).toEqual(
      Array(6).fill(201),
    );
    expect(
      await Promise.all(['1.5', 'many', '1234567890', '3\n', 'x\n3'].map((value) => put(value))),
    ).toEqual(Array(5).fill(422));
    const { body } = await zendesk.call('GET', pathOf('support_credits_left'));
    expect(body.ticket_field).toMatchObject({
      type: 'regexp',
      regexp_for_validation: String.raw`\A-?\d{1,9}\z`,
    });
  });

  it('are made and removed by admins only', async () => {
    const ticket_field = { type: 'text', title: 'Server' };
    expect(
      (await zendesk.call('POST', '/api/v2/ticket_fields', { ticket_field }, 'care@agent.test')).status,
    ).toBe(403);
    const made = await zendesk.call('POST', '/api/v2/ticket_fields', { ticket_field });
    const { id } = made.body.ticket_field as { id: number };
    expect(made.status).toBe(201);
    expect((await zendesk.call('DELETE', `/api/v2/ticket_fields/${String(id)}`)).status).toBe(204);
    expect((await zendesk.call('GET', `/api/v2/ticket_fields/${String(id)}`)).status).toBe(404);
  });

  it.each([
    [{ title: ' ' }],
    [{ type: 'text' }],
    [{ custom_field_options: [{ name: 'No value' }] }],
    [
      {
        custom_field_options: [
          { name: 'A', value: 'a' },
          { name: 'B', value: 'a' },
        ],
      },
    ],
  ])('refuse %j', async (changes) => {
    expect((await change('support_line', changes)).status).toBe(422);
  });
});

describe('user fields', () => {
  it('are renamed and switched off by their key', async () => {
    const path = '/api/v2/user_fields/support_credits';
    const renamed = await zendesk.call('PUT', path, { user_field: { title: 'Credits', active: false } });
    expect(renamed.body.user_field).toMatchObject({ title: 'Credits', active: false, type: 'integer' });
    const { body } = await zendesk.call('GET', '/api/v2/users/me');
    expect(body.user.user_fields).not.toHaveProperty('support_credits');
  });

  it('have a key that is there once and for good', async () => {
    const user_field = { key: 'support_credits', type: 'text', title: 'Again' };
    expect((await zendesk.call('POST', '/api/v2/user_fields', { user_field })).status).toBe(422);
    const made = await zendesk.call('POST', '/api/v2/user_fields', {
      user_field: { ...user_field, key: 'other' },
    });
    expect(made.status).toBe(201);
    const path = '/api/v2/user_fields/other';
    expect((await zendesk.call('PUT', path, { user_field: { key: 'new' } })).status).toBe(422);
    expect((await zendesk.call('DELETE', path)).status).toBe(204);
  });
});

describe('ticket forms', () => {
  const readForms = async () =>
    (await zendesk.call('GET', '/api/v2/ticket_forms')).body.ticket_forms as {
      id: number;
      default: boolean;
      ticket_field_ids: number[];
    }[];

  it('are one that has every field, new ones too', async () => {
    const ticket_field = { type: 'text', title: 'Server' };
    const made = await zendesk.call('POST', '/api/v2/ticket_fields', { ticket_field });
    const { id } = made.body.ticket_field as { id: number };
    const [form] = await readForms();
    expect(form).toMatchObject({ default: true });
    expect(form?.ticket_field_ids).toEqual(expect.arrayContaining([id, zendesk.fieldId('support_credit')]));
    await zendesk.call('DELETE', `/api/v2/ticket_fields/${String(id)}`);
    expect((await readForms())[0]?.ticket_field_ids).not.toContain(id);
  });

  it('of which there are several get no new field by themselves', async () => {
    const made = await zendesk.call('POST', '/api/v2/ticket_forms', { ticket_form: { name: 'Technical' } });
    expect(made.status).toBe(201);
    const field = await zendesk.call('POST', '/api/v2/ticket_fields', {
      ticket_field: { type: 'text', title: 'Server' },
    });
    const { id } = field.body.ticket_field as { id: number };
    for (const form of await readForms()) expect(form.ticket_field_ids).not.toContain(id);
  });

  it('can lose a field, which the pages then do not show', async () => {
    const [form] = await readForms();
    const path = `/api/v2/ticket_forms/${String(form?.id)}`;
    const without = form?.ticket_field_ids.filter((id) => id !== zendesk.fieldId('support_credit'));
    await zendesk.call('PUT', path, { ticket_form: { ticket_field_ids: without } });
    expect((await readForms())[0]?.ticket_field_ids).toEqual(without);
    const shown = readAgentFields(zendesk.world).map(({ id }) => id);
    expect(shown).not.toContain(zendesk.fieldId('support_credit'));
    expect(shown).toContain(zendesk.fieldId('support_line'));
    expect((await zendesk.call('PUT', path, { ticket_form: { ticket_field_ids: [1] } })).status).toBe(422);
    expect((await zendesk.call('DELETE', path)).status).toBe(422);
  });
});

describe('groups', () => {
  it('are the two lines, with who is in them', async () => {
    const { body } = await zendesk.call('GET', '/api/v2/groups');
    expect(body.groups).toMatchObject([
      { name: 'Client care', default: true },
      { name: 'Technical support', default: false },
    ]);
    const tech = zendesk.world.users.find((user) => user.email === 'tech@agent.test')!;
    const own = await zendesk.call('GET', `/api/v2/users/${String(tech.id)}/groups`);
    expect(own.body.groups).toMatchObject([{ name: 'Technical support' }]);
  });

  it('take agents in, once each', async () => {
    const group = await zendesk.call('POST', '/api/v2/groups', { group: { name: 'Leads' } });
    const { id } = group.body.group as { id: number };
    const idOf = (email: string) => zendesk.world.users.find((user) => user.email === email)?.id;
    const add = (email: string) =>
      zendesk.call('POST', '/api/v2/group_memberships', {
        group_membership: { user_id: idOf(email), group_id: id },
      });
    expect((await add('care@agent.test')).status).toBe(201);
    expect((await add('care@agent.test')).status).toBe(422);
    expect((await add('credits@client.test')).status).toBe(422);
    const path = `/api/v2/users/${String(idOf('care@agent.test'))}/group_memberships`;
    expect((await zendesk.call('GET', path)).body.group_memberships).toHaveLength(2);
  });
});
