import requirements from '../../requirements.json';
import { appTriggersSchema, TRIGGER_KEYS } from '../../src/contract/triggers';
import type { TriggerKey } from '../../src/contract/triggers';
import { readAppTriggers } from '../../src/use-cases/app-triggers/readAppTriggers';
import { BRIDGE_URL, FakeDeskSetup, WANTED } from './check-zendesk/FakeDeskSetup';

let desk: FakeDeskSetup;

beforeEach(() => {
  desk = new FakeDeskSetup();
});

async function read() {
  const { triggers } = await readAppTriggers({ inspection: desk, wanted: WANTED, bridgeUrl: BRIDGE_URL });
  expect(appTriggersSchema.safeParse({ triggers }).error).toBeUndefined();
  const of = (key: TriggerKey) => triggers.find((trigger) => trigger.key === key)!;
  return { triggers, of };
}

describe('readAppTriggers', () => {
  it('knows every trigger that the app ships', () => {
    expect(TRIGGER_KEYS).toEqual(Object.keys(requirements.triggers));
  });

  it('finds nothing to tell where the app was installed and left alone', async () => {
    const { triggers } = await read();
    expect(triggers.map(({ key }) => key)).toEqual(TRIGGER_KEYS);
    for (const trigger of triggers) {
      expect(trigger).toMatchObject({ differences: [], doubles: [], canRestore: true, seen: { uses: null } });
      expect(trigger.seen?.rule).toEqual(trigger.shipped);
    }
  });

  it('tells each thing that an admin changed, and what it would be again', async () => {
    const trigger = desk.trigger(4);
    const shipped = structuredClone({ title: trigger.title, isActive: true, ...rulesOf(trigger) });
    trigger.title = 'Support credits · 4 · tell the bridge';
    trigger.isActive = false;
    trigger.conditions.any.pop();
    trigger.actions.push({ field: 'priority', value: 'high' });
    const { seen, ...told } = (await read()).of('support_credits_4_updated');
    expect(told.differences).toEqual(['title', 'active', 'conditions', 'actions']);
    expect(told.shipped).toEqual(shipped);
    expect(seen?.rule).toEqual({ title: trigger.title, isActive: false, ...rulesOf(trigger) });
  });

  it('takes no notice of what means the same', async () => {
    const trigger = desk.trigger(1);
    trigger.conditions.all.reverse();
    for (const condition of trigger.conditions.all) {
      if (condition.field === 'via_id') condition.value = 0;
      if (condition.value === 'sales tech') condition.value = 'tech sales';
    }
    const mail = desk.trigger(5);
    mail.conditions.all = mail.conditions.all.map((condition) => ({
      ...condition,
      field: condition.field.replace('custom_fields_', 'ticket_fields_'),
    }));
    mail.actions = mail.actions.map(({ field, value }) => ({
      field,
      value: (value as string[]).map((text) => text.replaceAll('\n', '\r\n')),
    }));
    const { of } = await read();
    expect(of('support_credits_1_tech_topic').differences).toEqual([]);
    expect(of('support_credits_5_debited').differences).toEqual([]);
  });

  it('tells which one runs too early, and lists them as they run', async () => {
    desk.trigger(3).position = 1;
    desk.trigger(6).position = 2;
    desk.trigger(6).isActive = false;
    const { triggers, of } = await read();
    expect(triggers.slice(0, 2).map(({ key }) => key)).toEqual([
      'support_credits_3_created',
      'support_credits_6_waived',
    ]);
    expect(of('support_credits_3_created').differences).toEqual(['order']);
    // One that is switched off is in nobody's way.
    expect(of('support_credits_6_waived').differences).toEqual(['active']);
  });

  it('tells one that is missing, last, and one that is there twice', async () => {
    const lost = desk.trigger(7);
    desk.triggers = desk.triggers.filter((trigger) => trigger !== lost);
    desk.triggers.push({ ...desk.trigger(2), id: '9000', isActive: false });
    const { triggers, of } = await read();
    expect(triggers.at(-1)).toMatchObject({
      key: 'support_credits_7_held',
      seen: null,
      differences: [],
      shipped: { title: lost.title, ...rulesOf(lost) },
      canRestore: true,
    });
    expect(of('support_credits_2_default_sales').doubles).toEqual([
      { id: '9000', title: desk.trigger(2).title, isActive: false },
    ]);
  });

  it('offers no restoring of what could not work without the webhook or a field', async () => {
    desk.webhooks = [];
    const { id } = desk.field('support_credit');
    desk.fields = desk.fields.filter((field) => field.id !== id);
    const { triggers } = await read();
    expect(triggers.filter(({ canRestore }) => !canRestore).map(({ key }) => key)).toEqual([
      'support_credits_3_created',
      'support_credits_4_updated',
      'support_credits_5_debited',
      'support_credits_6_waived',
      'support_credits_7_held',
      'support_credits_8_refunded',
    ]);
  });
});

function rulesOf({ conditions, actions }: FakeDeskSetup['triggers'][number]) {
  return { conditions, actions };
}
