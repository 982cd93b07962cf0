import { buildZendeskDesk } from '../../../../src/adapters/zendesk/buildZendeskDesk';
import { buildDeskInspection } from '../../../../src/adapters/zendesk/check/buildDeskInspection';
import { readWantedSetup } from '../../../../src/adapters/zendesk/check/wantedSetup';
import { DEFAULT_POLICY } from '../../../../src/domain/policy/policy';
import { readAppTriggers } from '../../../../src/use-cases/app-triggers/readAppTriggers';
import { checkZendesk } from '../../../../src/use-cases/check-zendesk/checkZendesk';
import type { DeskStep } from '../../../../src/domain/setup/steps';
import { tell } from '../../../helpers/tell';
import type { Told } from '../../../helpers/tell';
import { validateRequest } from '../../../helpers/openapi/validateRequest';
import { startReceiver } from '../../../simulators/zendesk/startReceiver';
import type { Receiver } from '../../../simulators/zendesk/startReceiver';
import { OAUTH_CLIENT, startTestZendesk } from '../../../simulators/zendesk/startTestZendesk';
import type { TestZendesk } from '../../../simulators/zendesk/startTestZendesk';
import { buildFixedClock, buildRecordedLog } from '../../billmanager/recordedLog';

const WANTED = readWantedSetup('https://shop.example.test/');
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

const connect = () => ({
  baseUrl: zendesk.url,
  clientId: OAUTH_CLIENT.id,
  clientSecret: OAUTH_CLIENT.secret,
  logger: buildRecordedLog(),
  clock: buildFixedClock('2026-11-22T10:00:00Z'),
  timeoutMs: 5_000,
});

async function check(isRepairing = false): Promise<Told<DeskStep>[]> {
  const inspection = buildDeskInspection(connect());
  const deps = { inspection, wanted: WANTED, policy: DEFAULT_POLICY, bridgeUrl: receiver.url };
  const findings: Told<DeskStep>[] = [];
  for await (const finding of checkZendesk(deps, { isRepairing })) findings.push(tell(finding));
  return findings;
}

const of = (step: DeskStep, findings: Told<DeskStep>[]) =>
  findings.filter((finding) => finding.step === step);
const problemsOf = (findings: Told<DeskStep>[]) => findings.filter(({ verdict }) => verdict === 'problem');

/** Repairs, proves that nothing is left to mend, and that every write was what the vendor has published. */
async function repair(): Promise<Told<DeskStep>[]> {
  const mended = (await check(true)).filter(({ verdict }) => verdict === 'mended');
  expect(problemsOf(await check())).toEqual([]);
  const received = (await (await fetch(`${zendesk.url}/_control/received`)).json()) as {
    method: string;
    path: string;
    detail: { user: string | null; body: unknown };
  }[];
  const writes = received.filter(
    ({ method, detail }) => method !== 'GET' && detail.user === 'bridge@agent.test',
  );
  expect(writes.length).toBeGreaterThan(0);
  for (const { method, path, detail } of writes)
    expect(validateRequest(method, path, detail.body)).toEqual([]);
  return mended;
}

const trigger = (number: number) => {
  const found = zendesk.world.triggers.find(({ title }) => title.startsWith(`Support credits · ${number} ·`));
  if (found === undefined) throw new Error(`There is no trigger ${number}.`);
  return found;
};
const ask = async () => {
  const request = { subject: 'Help', comment: { body: 'Text' } };
  await zendesk.call('POST', '/api/v2/requests', { request }, 'credits@client.test');
};

describe('setup on the simulated Zendesk', () => {
  it('finds nothing wrong once the app is installed and a ticket was asked', async () => {
    await ask();
    await receiver.waitFor(1);
    // The receiver has the call before the account has noted its answer.
    const findings = await untilDelivered();
    expect(findings.filter(({ verdict }) => verdict !== 'good')).toEqual([]);
  });

  it('finds every trigger as it was shipped, tells how often each fired, and what an admin changed', async () => {
    await ask();
    const read = async () =>
      readAppTriggers({
        inspection: buildDeskInspection(connect()),
        wanted: WANTED,
        bridgeUrl: receiver.url,
      });
    // The mails of the installed package name another shop than these.
    const { triggers } = await read();
    const differing = triggers.filter(({ differences }) => differences.length > 0);
    expect(differing.map(({ differences }) => differences)).toEqual(differing.map(() => ['actions']));
    expect(JSON.stringify(differing.map(({ seen }) => seen?.rule.actions))).toContain('BUY_URL');
    const usesOf = (name: string) => triggers.find(({ key }) => key.endsWith(name))?.seen?.uses;
    expect(usesOf('_3_created')).toEqual({ hour: 1, day: 1, week: 1, month: 1 });
    expect(usesOf('_5_debited')).toEqual({ hour: 0, day: 0, week: 0, month: 0 });

    const path = `/api/v2/triggers/${trigger(1).id}`;
    const { actions } = trigger(1);
    const conditions = { all: trigger(1).conditions.all.slice(0, 2), any: [] };
    await zendesk.call('PUT', path, { trigger: { active: false, conditions, actions } });
    const [changed] = (await read()).triggers;
    expect(changed).toMatchObject({
      key: 'support_credits_1_tech_topic',
      differences: ['active', 'conditions'],
    });
    // What is answered as shipped is what Zendesk takes, and what it then has.
    const { isActive: active, ...rules } = changed!.shipped;
    const restored = { trigger: { active, ...rules } };
    expect(validateRequest('PUT', path, restored)).toEqual([]);
    expect(validateRequest('POST', '/api/v2/triggers.json', restored)).toEqual([]);
    expect((await zendesk.call('PUT', path, restored)).status).toBe(200);
    expect((await read()).triggers[0]).toMatchObject({ differences: [] });
  });

  it('takes a renamed field and reworded rules for what they are', async () => {
    for (const identifier of ['support_line', 'credit_action']) {
      const path = `/api/v2/ticket_fields/${zendesk.fieldId(identifier)}`;
      await zendesk.call('PUT', path, { ticket_field: { title: `Переименовано: ${identifier}` } });
    }
    await zendesk.call('PUT', `/api/v2/triggers/${trigger(3).id}`, {
      trigger: { title: 'Новый тикет: сообщить' },
    });
    const findings = await check();
    expect(problemsOf(findings)).toEqual([]);
    expect(of('fields', findings)[0]?.found).toContain('Переименовано: support_line');
    expect(of('triggers', findings)).toMatchObject([{ verdict: 'good' }]);
  });

  it('tells of an app that is installed twice, and names both fields and webhooks', async () => {
    const { body } = await zendesk.call('GET', '/api/v2/apps/installations');
    const [first] = body.installations as { app_id: number }[];
    const again = { app_id: first?.app_id, settings: { name: 'Support Credits 2' } };
    await zendesk.call('POST', '/api/v2/apps/installations', again);
    const findings = await check();
    expect(of('app', findings)).toMatchObject([{ verdict: 'problem' }]);
    expect(problemsOf(of('fields', findings))).toHaveLength(WANTED.ticketFields.length);
    expect(of('webhook', findings).some(({ found }) => found.includes('more than one webhook'))).toBe(true);
    expect(of('triggers', findings).every(({ verdict }) => verdict === 'note')).toBe(true);
  });

  it('writes real ids into a trigger whose references were never resolved, and the bridge is told again', async () => {
    const told = trigger(3);
    const right = structuredClone(told);
    const [, body] = told.actions[0]!.value as [string, string];
    zendesk.world.triggers.put({
      ...told,
      actions: [{ field: 'notification_webhook', value: ['support_credits_webhook', body] }],
    });
    const changed = trigger(4);
    const any = changed.conditions.any.map((condition) =>
      condition.field.startsWith('custom_fields_')
        ? { ...condition, field: 'custom_fields_support_line' }
        : condition,
    );
    zendesk.world.triggers.put({ ...changed, conditions: { ...changed.conditions, any } });
    expect(problemsOf(await check())).toHaveLength(2);

    expect(await repair()).toHaveLength(2);
    expect(trigger(3)).toMatchObject({
      title: right.title,
      conditions: right.conditions,
      actions: right.actions,
    });
    await ask();
    await receiver.waitFor(1);
    expect(receiver.deliveries[0]?.body).toContain('ticket.created');
  });

  it('writes the real id into a mail that names its field by the identifier, and the bridge wakes a mail with the number', async () => {
    const left = zendesk.fieldId('support_credits_left');
    const mail = trigger(5);
    const asShipped = JSON.stringify(mail).replaceAll(
      `ticket_field_${left}`,
      'ticket_field_support_credits_left',
    );
    zendesk.world.triggers.put(JSON.parse(asShipped) as typeof mail);

    expect(await repair()).toHaveLength(1);
    expect(trigger(5).actions).toEqual(mail.actions);
    const ticket = { comment: { body: 'Text' }, requester: { email: 'credits@client.test' } };
    const { id, updated_at } = (await zendesk.call('POST', '/api/v2/tickets', { ticket })).body.ticket;
    await buildZendeskDesk(connect()).updateTicket({
      ticketId: String(id),
      expectedUpdatedAt: updated_at,
      creditState: 'debited',
      creditsLeft: 2,
    });
    expect(zendesk.world.mails.all().at(-1)?.body).toContain('You have 2 credits left.');
  });

  it('makes a trigger that was deleted, and adds a value that a field lacks', async () => {
    const gone = trigger(4);
    zendesk.world.triggers.remove(gone.id);
    const field = zendesk.world.ticketFields.get(zendesk.fieldId('credit_action'))!;
    const options = field.custom_field_options.filter(({ value }) => value !== 'credit_action_approve');
    zendesk.world.ticketFields.put({ ...field, custom_field_options: options });

    expect((await repair()).map(({ step }) => step)).toEqual(['fields', 'triggers']);
    expect(trigger(4)).toMatchObject({ conditions: gone.conditions, actions: gone.actions });
    const after = zendesk.world.ticketFields.get(field.id)!.custom_field_options;
    expect(after.slice(0, -1).map(({ id }) => id)).toEqual(options.map(({ id }) => id));
    expect(after.at(-1)).toMatchObject({ value: 'credit_action_approve' });
  });

  it('puts fields that are on no form on those that clients see', async () => {
    const ours = WANTED.ticketFields.map(({ identifier }) => zendesk.fieldId(identifier));
    for (const form of zendesk.world.ticketForms.all()) {
      const ticket_field_ids = form.ticket_field_ids.filter((id) => !ours.includes(id));
      zendesk.world.ticketForms.put({ ...form, ticket_field_ids });
    }
    expect(problemsOf(of('forms', await check()))).toHaveLength(1);
    await repair();
    const [form] = zendesk.world.ticketForms.all();
    expect(form?.ticket_field_ids).toEqual(expect.arrayContaining(ours));
  });

  it('leaves alone what an admin moved or switched off', async () => {
    zendesk.world.triggers.put({ ...trigger(2), position: 0 });
    zendesk.world.triggers.put({ ...trigger(7), active: false });
    const before = structuredClone(zendesk.world.triggers.all());
    const findings = await check(true);
    expect(of('triggers', findings).map(({ verdict }) => verdict)).toEqual(['note', 'note']);
    expect(zendesk.world.triggers.all()).toEqual(before);
  });

  it('sees at the webhook that the bridge refuses what is sent', async () => {
    await receiver.close();
    receiver = await startReceiver((response) => {
      response.statusCode = 401;
      response.end();
    });
    await zendesk.close();
    zendesk = await startTestZendesk(receiver.url);
    await ask();
    await receiver.waitFor(1);
    const findings = await untilDelivered();
    expect(problemsOf(of('webhook', findings))).toMatchObject([
      { found: expect.stringContaining('refused the last call (1 of 1)') },
    ]);
  });
});

/** Looks until the account has noted what became of the call. */
async function untilDelivered(): Promise<Told<DeskStep>[]> {
  for (;;) {
    const findings = await check();
    if (!of('webhook', findings).some(({ found }) => found.startsWith('Nothing was sent'))) return findings;
  }
}
