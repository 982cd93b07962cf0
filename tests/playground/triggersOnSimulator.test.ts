import requirements from '../../requirements.json';
import { startReceiver } from '../simulators/zendesk/startReceiver';
import type { Receiver } from '../simulators/zendesk/startReceiver';
import { startTestZendesk } from '../simulators/zendesk/startTestZendesk';
import type { Answer, TestZendesk } from '../simulators/zendesk/startTestZendesk';

const [CARE, CLIENT, RUSSIAN] = ['care@agent.test', 'credits@client.test', 'empty@client.test'];
let zendesk: TestZendesk;
let receiver: Receiver;

beforeEach(async () => {
  receiver = await startReceiver();
  zendesk = await startTestZendesk(receiver.url);
});
afterEach(async () => {
  await zendesk.close();
  await receiver.close();
});

type Ticket = Answer['body']['ticket'];

const toFields = (fields: Record<string, string | null>) =>
  Object.entries(fields).map(([name, value]) => ({ id: zendesk.fieldId(name), value }));
const tagsOf = async (id: number): Promise<string[]> =>
  (await zendesk.call('GET', `/api/v2/tickets/${id}`)).body.ticket.tags;
/** By the help center form, as a client. */
const askByForm = async (fields: Record<string, string>, as = CLIENT): Promise<number> => {
  const request = { subject: 'Help', comment: { body: 'Text' }, custom_fields: toFields(fields) };
  return (await zendesk.call('POST', '/api/v2/requests', { request }, as)).body.request.id;
};
const createByApi = async (ticket: Record<string, unknown>): Promise<number> => {
  const input = { subject: 'Help', comment: { body: 'Text' }, requester: { email: CLIENT }, ...ticket };
  return (await zendesk.call('POST', '/api/v2/tickets', { ticket: input }, CARE)).body.ticket.id;
};
const update = async (id: number, ticket: Record<string, unknown>): Promise<Ticket> =>
  (await zendesk.call('PUT', `/api/v2/tickets/${id}`, { ticket }, CARE)).body.ticket;
/** Whether this update wakes the bridge; webhooks of one ticket come in order. */
const wakes = async (id: number, ticket: Record<string, unknown>): Promise<boolean> => {
  const before = zendesk.world.invocations.all().length;
  await update(id, ticket);
  return zendesk.world.invocations.all().length > before;
};
const readMails = async (id: number): Promise<{ subject: string; body: string }[]> =>
  (await zendesk.call('GET', `/api/v2/tickets/${id}/audits`)).body.audits
    .flatMap(({ events }) => events)
    .filter(({ type }) => type === 'Notification')
    .map(({ subject, body }) => ({ subject: String(subject), body: String(body) }));

describe('R2: only the form leads to technical support', () => {
  it('a technical topic of the form without a line goes to tech, every other to sales', async () => {
    expect(await tagsOf(await askByForm({ support_topic: 'topic_install' }))).toContain('tech');
    expect(await tagsOf(await askByForm({ support_topic: 'topic_pay' }))).toContain('sales');
    expect(await tagsOf(await askByForm({}))).toContain('sales');
  });

  it('the line that the client chose stands, whatever the topic', async () => {
    const tags = await tagsOf(await askByForm({ support_topic: 'topic_install', support_line: 'sales' }));
    expect(tags).toContain('sales');
    expect(tags).not.toContain('tech');
  });

  it.each([
    ['by mail', { via: 'email' }],
    ['over the API', { via: 'api' }],
    ['by an agent in the form', { via: 'web', requester: CARE }],
  ])('a ticket made %s goes to sales, with a technical topic too', async (_how, how) => {
    const ticket = { requester: CLIENT, fields: { support_topic: 'topic_install' }, ...how };
    const { body } = await zendesk.control('seed', { tickets: [ticket] });
    const tags = await tagsOf(Number(body.tickets[0]));
    expect(tags).toEqual(expect.arrayContaining(['sales', 'topic_install']));
    expect(tags).not.toContain('tech');
  });

  it('chat and telephone are no form either', () => {
    const { conditions, actions } = requirements.triggers.support_credits_1_tech_topic;
    expect(actions).toEqual([{ field: 'current_tags', value: 'tech' }]);
    expect(conditions.all).toContainEqual({ field: 'via_id', operator: 'is', value: '0' });
    expect(conditions.any).toEqual([]);
  });
});

describe('the bridge is woken', () => {
  it('by a new ticket, with ids alone', async () => {
    const id = await askByForm({});
    await receiver.waitFor(1);
    const body = JSON.parse(receiver.deliveries[0]?.body ?? '') as Record<string, unknown>;
    expect(body).toEqual({
      v: 1,
      event: 'ticket.created',
      ticket_id: String(id),
      actor_id: expect.any(String),
    });
  });

  it.each<[string, () => Record<string, unknown>]>([
    ['the line changed', () => ({ custom_fields: toFields({ support_line: 'tech' }) })],
    ['an action was chosen', () => ({ custom_fields: toFields({ credit_action: 'credit_action_approve' }) })],
    ['the action came as a tag', () => ({ additional_tags: ['credit_action_new_problem'] })],
    [
      'the requester changed',
      () => ({ requester_id: zendesk.world.users.find(({ email }) => email === RUSSIAN)?.id }),
    ],
    ['the status changed', () => ({ status: 'solved' })],
    ['the type changed', () => ({ type: 'question' })],
    ['somebody tagged it as a defect', () => ({ additional_tags: ['software_defect'] })],
  ])('where %s', async (_what, change) => {
    const id = await createByApi({});
    const ticket = change();
    const { additional_tags: more, ...rest } = ticket as { additional_tags?: string[] };
    const tags = more && { tags: [...(await tagsOf(id)), ...more] };
    expect(await wakes(id, { ...rest, ...tags })).toBe(true);
  });

  it('where an incident is linked to a problem or unlinked, and where a problem loses its tag', async () => {
    const problem = await createByApi({ type: 'problem', tags: ['software_defect'] });
    const incident = await createByApi({ type: 'incident' });
    expect(await wakes(incident, { problem_id: problem })).toBe(true);
    expect(await wakes(incident, { problem_id: null })).toBe(true);
    const kept = (await tagsOf(problem)).filter((tag) => tag !== 'software_defect');
    expect(await wakes(problem, { tags: kept })).toBe(true);
  });

  it('not where nothing of this changed', async () => {
    const id = await createByApi({});
    expect(await wakes(id, { subject: 'Another subject' })).toBe(false);
    expect(await wakes(id, { comment: { body: 'Any news?', public: true } })).toBe(false);
  });
});

const withoutLink = (body: string | undefined) => body?.replace(/http\S+$/, '');

describe('the client gets a mail', () => {
  const say = (id: number, state: string | null) =>
    update(id, { custom_fields: toFields({ support_credit: state }) });

  it.each([
    ['credit_debited', /1 support credit taken: Help/, /returned/],
    ['credit_waived', /No support credit taken: Help/, /No credit is taken/],
    ['credit_held', /A support credit is needed: Help/, /__BUY_URL__/],
    ['credit_refunded', /Support credit returned: Help/, /back in your account/],
  ])('when the ticket becomes %s, once', async (state, subject, body) => {
    const id = await createByApi({});
    await say(id, state);
    await update(id, { comment: { body: 'On it', public: true } });
    const mails = await readMails(id);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toMatch(subject);
    expect(mails[0]?.body).toMatch(body);
  });

  it.each(['credit_free', 'credit_pending', null])('not when it becomes %s', async (state) => {
    const id = await createByApi({});
    await say(id, state);
    expect(await readMails(id)).toEqual([]);
  });

  it('in the own language', async () => {
    const id = await createByApi({
      requester_id: zendesk.world.users.find(({ email }) => email === RUSSIAN)?.id,
    });
    await say(id, 'credit_debited');
    const [mail] = await readMails(id);
    expect(mail?.subject).toBe('Списано 1 обращение: Help');
    expect(mail?.body).toMatch(/^Здравствуйте!\n\nВашим вопросом занимается техническая поддержка/);
  });

  it('that says how many credits are left after it, in the own language', async () => {
    const say = async (email: string, left: string) => {
      const id = await createByApi({ requester: { email } });
      const fields = { support_credit: 'credit_debited', support_credits_left: left };
      await update(id, { custom_fields: toFields(fields) });
      return (await readMails(id))[0]?.body.split('\n\n')[2];
    };
    expect(await say(RUSSIAN, '1')).toBe('У вас осталось 1 обращение.');
    expect(await say(RUSSIAN, '2')).toBe('У вас осталось 2 обращения.');
    expect(await say(RUSSIAN, '5')).toBe('У вас осталось 5 обращений.');
    expect(await say(RUSSIAN, '0')).toBe('У вас не осталось обращений.');
    expect(await say(CLIENT, '1')).toBe('You have 1 credit left.');
    expect(await say(CLIENT, '5')).toBe('You have 5 credits left.');
  });

  it('that names no number where none is in the field, the field is gone or its name was never resolved', async () => {
    const readBody = async (fields: Record<string, string>) => {
      const id = await createByApi({});
      await update(id, { custom_fields: toFields({ support_credit: 'credit_debited', ...fields }) });
      return (await readMails(id))[0]?.body;
    };
    const bare = await readBody({});
    expect(bare).toMatch(/^Hello,\n\n[^{]+\n\nOne credit covers/);
    expect(bare).not.toContain('left');
    const field = zendesk.fieldId('support_credits_left');
    const mail = zendesk.world.triggers.find(({ title }) => title.includes('· 5 ·'))!;
    const asInstalled = JSON.stringify(mail).replaceAll(
      `ticket_field_${field}`,
      'ticket_field_support_credits_left',
    );
    zendesk.world.triggers.put(JSON.parse(asInstalled) as typeof mail);
    expect(asInstalled).not.toBe(JSON.stringify(mail));
    expect(withoutLink(await readBody({ support_credits_left: '3' }))).toBe(withoutLink(bare));
    zendesk.world.triggers.put(mail);
    zendesk.world.ticketFields.remove(field);
    expect(withoutLink(await readBody({}))).toBe(withoutLink(bare));
  });

  it.each([
    ['support_credits_low', 'Your support credits are running low'],
    ['support_credits_out', 'You have no support credits left'],
  ])('once when the ticket gets the tag %s', async (tag, subject) => {
    const id = await createByApi({});
    await update(id, { tags: [...(await tagsOf(id)), tag] });
    expect(await tagsOf(id)).toContain(`${tag}_mailed`);
    await update(id, { status: 'open' });
    expect((await readMails(id)).map((mail) => mail.subject)).toEqual([subject]);
  });
});
