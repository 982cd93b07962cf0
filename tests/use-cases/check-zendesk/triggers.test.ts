import type { Rule } from '../../../src/use-cases/ports/deskInspection';
import type { Verdict } from '../../../src/domain/setup/steps';
import { FakeDeskSetup, WANTED } from './FakeDeskSetup';
import { check, forbidden, of } from './runCheck';

let desk: FakeDeskSetup;

beforeEach(() => {
  desk = new FakeDeskSetup();
});

describe('triggers', () => {
  const repaired = async (): Promise<Rule> => {
    const findings = of('triggers', await check(desk, { isRepairing: true }));
    expect(findings.map(({ verdict }) => verdict)).toEqual(['mended']);
    const [repair] = desk.mended;
    if (repair?.kind !== 'rewrite_trigger') throw new Error('No trigger was rewritten.');
    return { isActive: true, ...repair.rule };
  };

  it('that were never resolved are rewritten with the real ids, and nothing else', async () => {
    const trigger = desk.trigger(4);
    const right = structuredClone({ conditions: trigger.conditions, actions: trigger.actions });
    trigger.title = 'Support credits · 4 · reworded by an admin';
    const [, body] = trigger.actions[0]!.value as string[];
    trigger.actions[0]!.value = ['support_credits_webhook', body];
    for (const condition of trigger.conditions.any) {
      if (condition.field.startsWith('custom_fields_')) condition.field = 'custom_fields_support_line';
    }
    expect(await repaired()).toMatchObject({ ...right, title: trigger.title });
  });

  it('that speak of a field that is gone, or of a twin, get the one of the app', async () => {
    const trigger = desk.trigger(5);
    const right = structuredClone(trigger.conditions);
    for (const condition of trigger.conditions.all) {
      if (condition.field.startsWith('custom_fields_')) condition.field = 'custom_fields_31337';
    }
    expect((await repaired()).conditions).toEqual(right);
  });

  it('whose texts name the field by its identifier, or name its twin, get the one of the app', async () => {
    const trigger = desk.trigger(5);
    const { id } = desk.field('support_credits_left');
    desk.fields.push({ ...desk.field('support_credits_left'), id: '999', isActive: false });
    const right = structuredClone(trigger.actions);
    const mail = trigger.actions[0]!;
    const named = (name: string) => (mail.value as string[]).map((text) => text.replaceAll(id, name));
    for (const name of ['support_credits_left', '999']) {
      mail.value = named(name);
      expect(of('triggers', await check(desk))[0]?.found).toContain('names a field that is not the one');
      desk.mended = [];
      expect((await repaired()).actions).toEqual(right);
    }
  });

  it('whose texts name it stay as they are where the account has no such field', async () => {
    const trigger = desk.trigger(5);
    const { id } = desk.field('support_credits_left');
    desk.fields = desk.fields.filter((one) => one.id !== id);
    const mail = trigger.actions[0]!;
    mail.value = (mail.value as string[]).map((text) => text.replaceAll(id, 'support_credits_left'));
    desk.triggers = [trigger];
    await check(desk, { isRepairing: true });
    const made = desk.mended.map((repair) =>
      repair.kind === 'create_trigger' ? repair.rule.title : repair.kind,
    );
    expect(made).toHaveLength(WANTED.triggers.length - 1);
    expect(made.join()).not.toContain('rewrite_trigger');
  });

  it('keep what an admin added', async () => {
    const trigger = desk.trigger(3);
    desk.webhooks.push({
      ...desk.webhooks[0]!,
      id: 'chat',
      name: 'Chat',
      endpoint: 'https://chat.example.test/',
    });
    const own = [
      { field: 'notification_webhook', value: ['chat', '{}'] },
      { field: 'current_tags', value: 'seen' },
    ];
    const [call] = structuredClone(trigger.actions);
    trigger.conditions.all.push({ field: 'brand_id', operator: 'is', value: '5' });
    trigger.actions = [...own];
    const rule = await repaired();
    expect(rule.actions).toEqual([...own, call]);
    expect(rule.conditions.all).toContainEqual({ field: 'brand_id', operator: 'is', value: '5' });
  });

  it('are made where they are missing, with real ids', async () => {
    const gone = desk.trigger(4);
    desk.triggers = desk.triggers.filter((one) => one !== gone);
    expect(of('triggers', await check(desk))).toMatchObject([{ verdict: 'problem' }]);
    await check(desk, { isRepairing: true });
    const { title, isActive, conditions, actions } = gone;
    expect(desk.mended).toEqual([{ kind: 'create_trigger', rule: { title, isActive, conditions, actions } }]);
  });

  it('are not made while what they name is missing', async () => {
    desk.triggers = [];
    desk.webhooks = [];
    await check(desk, { isRepairing: true });
    const titles = desk.mended.map((repair) => (repair.kind === 'create_trigger' ? repair.rule.title : ''));
    expect(titles).toHaveLength(WANTED.triggers.length - 2);
    expect(titles.join()).not.toContain('tell the bridge');
  });

  it.each<[string, () => void, Verdict, string]>([
    [
      'a mail was deleted',
      () => (desk.triggers = desk.triggers.filter((one) => one !== desk.trigger(9))),
      'note',
      'missing',
    ],
    ['a mail is switched off', () => (desk.trigger(6).isActive = false), 'note', 'switched off'],
    ['routing is switched off', () => (desk.trigger(1).isActive = false), 'note', 'switched off'],
    ['the bridge is not called', () => (desk.trigger(3).isActive = false), 'problem', 'switched off'],
    ['one was moved', () => (desk.trigger(2).position = 1), 'note', 'runs earlier'],
    [
      'one does not know a value',
      () =>
        (desk.trigger(4).conditions.any = desk
          .trigger(4)
          .conditions.any.map((condition) =>
            condition.field === 'current_tags' ? { ...condition, value: 'credit_action_debit' } : condition,
          )),
      'note',
      'credit_action_approve',
    ],
    [
      'one names a field that nobody knows',
      () =>
        void desk
          .trigger(2)
          .conditions.all.push({ field: 'custom_fields_31337', operator: 'present', value: null }),
      'problem',
      'custom_fields_31337',
    ],
    [
      'a mail names a field that is gone',
      () => (desk.trigger(6).actions[0]!.value = ['requester_id', 'S', '{{ticket.ticket_field_31337}}']),
      'problem',
      'ticket_field_31337',
    ],
  ])('where %s, it is told', async (_what, change, verdict, words) => {
    change();
    const findings = of('triggers', await check(desk));
    expect(findings).toMatchObject([{ verdict }]);
    expect(findings[0]?.found).toContain(words);
  });

  it('that an admin moved or switched off are left alone', async () => {
    desk.trigger(2).position = 1;
    desk.trigger(3).isActive = false;
    desk.trigger(6).isActive = false;
    await check(desk, { isRepairing: true });
    expect(desk.mended).toEqual([]);
  });

  it('that cannot be mended stay a problem, and the rest goes on', async () => {
    desk.triggers = desk.triggers.filter((one) => one !== desk.trigger(4));
    desk.mend = forbidden;
    const findings = await check(desk, { isRepairing: true });
    expect(of('triggers', findings)).toMatchObject([{ verdict: 'problem' }]);
    expect(of('triggers', findings)[0]?.found).toContain('could not be mended: It was refused.');
    expect(of('views', findings)).toMatchObject([{ verdict: 'good' }]);
  });
});
