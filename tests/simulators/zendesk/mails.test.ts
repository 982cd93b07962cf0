import { startTestZendesk } from './startTestZendesk';
import type { TestZendesk } from './startTestZendesk';

let zendesk: TestZendesk;

beforeEach(async () => {
  zendesk = await startTestZendesk();
  zendesk.world.triggers.replaceAll([]);
});
afterEach(async () => {
  await zendesk.close();
});

const addTrigger = async (subject: string, body: string): Promise<void> => {
  const trigger = {
    title: 'Tell the client',
    conditions: { all: [{ field: 'update_type', operator: 'is', value: 'Create' }] },
    actions: [{ field: 'notification_user', value: ['requester_id', subject, body] }],
  };
  expect((await zendesk.call('POST', '/api/v2/triggers', { trigger })).status).toBe(201);
};
const seed = (requester: string, more: object = {}) =>
  zendesk.control('seed', { tickets: [{ requester, subject: 'Say "hi"', ...more }] });
const readMails = async (query = '') =>
  (await (await fetch(`${zendesk.url}/_control/mails${query}`)).json()) as Record<string, unknown>[];

describe('mails of triggers', () => {
  it('are kept, with the placeholders and the Liquid of the moment filled in', async () => {
    const line = String(zendesk.fieldId('support_line'));
    await zendesk.control('seed', {
      users: [{ email: 'empty@client.test', user_fields: { support_credits: 3 } }],
    });
    await addTrigger(
      `{% case ticket.requester.language %}{% when 'Русский' %}Вопрос{% else %}Question{% endcase %} {{ticket.id}}`,
      `{{ticket.ticket_field_${line}}} = {{ticket.ticket_field_option_title_${line}}}, ` +
        '{% if ticket.requester.custom_fields.support_credits > 2 %}{{ticket.requester.custom_fields.support_credits}}' +
        '{% endif %} left for {{ticket.requester.locale}}: {{ticket.title}}',
    );
    await seed('empty@client.test', { fields: { support_line: 'tech' } });
    await seed('credits@client.test');
    const title = zendesk.world.ticketFields
      .get(Number(line))
      ?.custom_field_options.find(({ value }) => value === 'tech')?.name;
    expect(await readMails()).toMatchObject([
      {
        to: 'empty@client.test',
        ticket_id: 1,
        trigger_title: 'Tell the client',
        subject: 'Вопрос 1',
        body: `tech = ${String(title)}, 3 left for ru: Say "hi"`,
      },
      { to: 'credits@client.test', subject: 'Question 2' },
    ]);
  });

  it('are found by address and by ticket, and forgotten at a reset', async () => {
    await addTrigger('Hello', 'Text');
    await seed('empty@client.test');
    await seed('credits@client.test');
    expect(await readMails('?to=Credits@client.test')).toMatchObject([{ ticket_id: 2 }]);
    expect(await readMails('?ticket=1')).toMatchObject([{ to: 'empty@client.test' }]);
    await zendesk.control('reset');
    expect(await readMails()).toEqual([]);
  });

  it('can be read on a page, escaped, newest first', async () => {
    await addTrigger('<b>{{ticket.id}}</b>', 'Dear {{ticket.requester.first_name}}');
    await seed('credits@client.test');
    await seed('empty@client.test');
    const page = await (await fetch(`${zendesk.url}/mail`)).text();
    expect(page).toContain('&lt;b&gt;2&lt;/b&gt;');
    expect(page.indexOf('Dear Егор')).toBeLessThan(page.indexOf('Dear Clara'));
    const own = await (await fetch(`${zendesk.url}/mail?to=empty@client.test`)).text();
    expect(own).not.toContain('Dear Clara');
    expect(await (await fetch(`${zendesk.url}/`)).text()).toContain('href="/mail"');
  });
});
