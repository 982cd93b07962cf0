import { startTestZendesk } from './startTestZendesk';
import type { TestZendesk } from './startTestZendesk';

const CARE = 'care@agent.test';
let zendesk: TestZendesk;

beforeEach(async () => {
  zendesk = await startTestZendesk();
  zendesk.world.triggers.replaceAll([]);
});
afterEach(async () => {
  await zendesk.close();
});

type Condition = { field: string; operator?: string; value?: unknown };
type Step = { ticket: Record<string, unknown>; as?: string };

/** Whether a trigger with these conditions fires on the second of two updates. */
async function firesOn(conditions: Condition[], { ticket, as = CARE }: Step): Promise<boolean> {
  const trigger = {
    title: 'Mark',
    conditions: { all: conditions.map((one) => ({ value: null, ...one })) },
    actions: [{ field: 'current_tags', value: 'fired' }],
  };
  const made = await zendesk.call('POST', '/api/v2/triggers', { trigger });
  expect([made.status, made.body.error]).toEqual([201, undefined]);
  await zendesk.call('PUT', '/api/v2/tickets/1', { ticket }, as);
  return zendesk.world.tickets.get(1)?.tags.includes('fired') ?? false;
}

const idOf = (email: string): number => zendesk.world.users.find((user) => user.email === email)?.id ?? 0;
const lineField = () => `custom_fields_${String(zendesk.fieldId('support_line'))}`;
const setLine = (value: string) => ({ custom_fields: [{ id: zendesk.fieldId('support_line'), value }] });
const COMMENT = { comment: { body: 'Text', public: true } };
const NOTE = { comment: { body: 'Text', public: false } };

describe('conditions of triggers', () => {
  beforeEach(async () => {
    await zendesk.control('seed', {
      tickets: [{ requester: 'empty@client.test', fields: { support_line: 'sales' } }],
    });
  });

  it.each<[string, () => Condition, () => Step, boolean]>([
    [
      'a custom field changed',
      () => ({ field: lineField(), operator: 'changed' }),
      () => ({ ticket: setLine('tech') }),
      true,
    ],
    [
      'a custom field did not change',
      () => ({ field: lineField(), operator: 'changed' }),
      () => ({ ticket: COMMENT }),
      false,
    ],
    [
      'a custom field came to a value',
      () => ({ field: lineField(), operator: 'value', value: 'tech' }),
      () => ({ ticket: setLine('tech') }),
      true,
    ],
    [
      'a custom field came from a value',
      () => ({ field: lineField(), operator: 'value_previous', value: 'sales' }),
      () => ({ ticket: setLine('tech') }),
      true,
    ],
    [
      'a custom field is one of',
      () => ({ field: lineField(), operator: 'includes', value: 'sales tech' }),
      () => ({ ticket: COMMENT }),
      true,
    ],
    [
      'a custom field by its other name',
      () => ({ field: lineField().replace('custom', 'ticket'), operator: 'present' }),
      () => ({ ticket: COMMENT }),
      true,
    ],
    [
      'a tag is there',
      () => ({ field: 'current_tags', operator: 'includes', value: 'x sales' }),
      () => ({ ticket: COMMENT }),
      true,
    ],
    [
      'no tag is there',
      () => ({ field: 'current_tags', operator: 'not_includes', value: 'x y' }),
      () => ({ ticket: COMMENT }),
      true,
    ],
    [
      'the type changed',
      () => ({ field: 'type', operator: 'changed' }),
      () => ({ ticket: { type: 'problem' } }),
      true,
    ],
    [
      'the type is',
      () => ({ field: 'type', operator: 'is', value: 'incident' }),
      () => ({ ticket: { type: 'problem' } }),
      false,
    ],
    [
      'the requester changed',
      () => ({ field: 'requester_id', operator: 'changed' }),
      () => ({ ticket: { requester_id: idOf('credits@client.test') } }),
      true,
    ],
    [
      'the requester stayed',
      () => ({ field: 'requester_id', operator: 'changed' }),
      () => ({ ticket: { priority: 'low' } }),
      false,
    ],
    [
      'a public comment',
      () => ({ field: 'comment_is_public', value: 'true' }),
      () => ({ ticket: COMMENT }),
      true,
    ],
    [
      'a note is not public',
      () => ({ field: 'comment_is_public', value: 'true' }),
      () => ({ ticket: NOTE }),
      false,
    ],
    [
      'any comment',
      () => ({ field: 'comment_is_public', value: 'not_relevant' }),
      () => ({ ticket: NOTE }),
      true,
    ],
    [
      'no comment',
      () => ({ field: 'comment_is_public', value: 'not_relevant' }),
      () => ({ ticket: { priority: 'low' } }),
      false,
    ],
    [
      'an agent acts',
      () => ({ field: 'role', operator: 'is', value: 'agent' }),
      () => ({ ticket: COMMENT }),
      true,
    ],
    [
      'no client acts',
      () => ({ field: 'role', operator: 'is', value: 'end_user' }),
      () => ({ ticket: COMMENT }),
      false,
    ],
    [
      'this person does not act',
      () => ({ field: 'role', operator: 'is_not', value: String(idOf(CARE)) }),
      () => ({ ticket: COMMENT }),
      false,
    ],
    [
      'the requester’s language',
      () => ({ field: 'locale_id', operator: 'is', value: '27' }),
      () => ({ ticket: COMMENT }),
      true,
    ],
    [
      'a public ticket',
      () => ({ field: 'ticket_is_public', value: 'public' }),
      () => ({ ticket: COMMENT }),
      true,
    ],
    [
      'the first reply of an agent',
      () => ({ field: 'replies', operator: 'less_than', value: '2' }),
      () => ({ ticket: COMMENT }),
      true,
    ],
    [
      'no reopening yet',
      () => ({ field: 'reopens', operator: 'greater_than', value: '0' }),
      () => ({ ticket: COMMENT }),
      false,
    ],
    [
      'the default form',
      () => ({
        field: 'ticket_form_id',
        operator: 'is',
        value: String(zendesk.world.ticketForms.all()[0]?.id),
      }),
      () => ({ ticket: COMMENT }),
      true,
    ],
  ])('hold: %s', async (_name, condition, step, expected) => {
    expect(await firesOn([condition()], step())).toBe(expected);
  });

  it('read a field of the requester', async () => {
    await zendesk.control('seed', {
      users: [{ email: 'empty@client.test', user_fields: { support_partner: true } }],
    });
    const field = 'requester.custom_fields.support_partner';
    expect(await firesOn([{ field, operator: 'is', value: 'true' }], { ticket: COMMENT })).toBe(true);
  });

  it('count a reopening', async () => {
    await zendesk.call('PUT', '/api/v2/tickets/1', { ticket: { status: 'solved' } }, CARE);
    const isReopened = [{ field: 'reopens', operator: 'is', value: '1' }];
    expect(await firesOn(isReopened, { ticket: { status: 'open' } })).toBe(true);
  });
});
