import { Liquid } from 'liquidjs';
import requirements from '../../requirements.json';
import { CREDIT_PREFIX } from '../../src/adapters/zendesk/toDeskTicket';
import { DEFAULT_POLICY } from '../../src/domain/policy/policy';
import { AGENT_REFUND_REASONS } from '../../src/domain/policy/refundReason';
import { CREDIT_STATES } from '../../src/domain/tickets/creditState';
import { checkRequirements } from '../../src/playground/package-rules/checkRequirements.mjs';

type Rule = { title: string; actions: { field: string; value: unknown }[] };

const liquid = new Liquid({ strictFilters: true });
const CYRILLIC = /[а-яё]/i;
const { ticket_fields: fields, triggers, macros, user_fields: userFields } = requirements;

/** Every text that a client gets, by where it stands. */
const texts: [string, string][] = [...Object.values<Rule>(triggers), ...Object.values<Rule>(macros)].flatMap(
  ({ title, actions }) =>
    actions.flatMap(({ field, value }): [string, string][] => {
      if (field === 'comment_value') return [[title, String(value)]];
      if (field !== 'notification_user') return [];
      const [, subject, body] = (value as unknown[]).map(String);
      return [
        [`${title} (subject)`, subject ?? ''],
        [`${title} (body)`, body ?? ''],
      ];
    }),
);

const render = (text: string, language: string | undefined, left?: string) =>
  String(
    liquid.parseAndRenderSync(text, {
      ticket: {
        id: 7,
        title: 'T',
        link: 'https://desk.example.test/7',
        requester: { language },
        ticket_field_support_credits_left: left,
      },
    }),
  );

describe('requirements.json', () => {
  it('keeps every rule, but for what is filled in when the package is made', () => {
    const problems = checkRequirements(requirements);
    expect(problems).toEqual([expect.stringContaining('has an endpoint that is not https')]);
  });

  it('offers each state of a ticket and no other', () => {
    const values = fields.support_credit.custom_field_options.map(({ value }) => value);
    expect(values.sort()).toEqual(CREDIT_STATES.map((state) => `${CREDIT_PREFIX}${state}`).sort());
  });

  it('names fields and options in both languages, but for the names of products', () => {
    const titles = [...Object.values(fields), ...Object.values(userFields)].map(({ title }) => title);
    const options = Object.values(fields).flatMap((field) =>
      'custom_field_options' in field ? field.custom_field_options : [],
    );
    const names = options.filter(({ value }) => !/^product_(?!other)/.test(value)).map(({ name }) => name);
    for (const name of [...titles, ...names]) expect(name).toMatch(/^[^а-яё]+ · .*[а-яё]/i);
  });

  it('gives each field that a client fills in a title and a hint in both languages', () => {
    const { support_line, support_topic, support_product, ...others } = fields;
    const isFilledIn = (field: object) => 'editable_in_portal' in field && field.editable_in_portal === true;
    expect(Object.values(others).filter(isFilledIn)).toEqual([]);
    for (const field of [support_line, support_topic, support_product]) {
      expect(isFilledIn(field)).toBe(true);
      for (const text of [field.title_in_portal, field.description]) {
        expect(text).toMatch(/^[^а-яё]+ · .*[а-яё]/i);
      }
    }
  });

  it('wakes the bridge for every action that an agent can ask for', () => {
    const actions = fields.credit_action.custom_field_options.map(({ value }) => value);
    const tags = triggers.support_credits_4_updated.conditions.any.flatMap(
      ({ value }) => value?.split(' ') ?? [],
    );
    expect(tags).toEqual(expect.arrayContaining(actions));
  });

  it('has a macro with a reply for each reason of a refund, switched on where the rules allow the reason', () => {
    const all: Record<string, Rule & { active: boolean }> = macros;
    for (const reason of AGENT_REFUND_REASONS) {
      const macro = all[`support_credits_refund_${reason}`];
      expect(macro?.actions).toContainEqual({
        field: 'current_tags',
        value: `credit_action_refund_${reason}`,
      });
      expect(macro?.actions.map(({ field }) => field)).toContain('comment_value');
      expect([reason, macro?.active]).toEqual([reason, DEFAULT_POLICY.refundReasons[reason].isAllowed]);
    }
  });
});

describe('the texts for clients', () => {
  it.each(texts)('«%s» are in the language of the client', (_where, text) => {
    for (const language of ['Русский', 'Russian', 'ru', 'ru-RU'])
      expect(render(text, language)).toMatch(CYRILLIC);
    for (const language of ['English', 'en-US', 'Deutsch', undefined]) {
      expect(render(text, language)).not.toMatch(CYRILLIC);
    }
  });

  it.each(texts)('«%s» leave no gap and no markup', (_where, text) => {
    for (const language of ['ru', 'en-US']) {
      for (const left of [undefined, '', '0', '1', '-2']) {
        expect(render(text, language, left)).not.toMatch(/[{}%]| {2}|\n{3}|^\s|\s$/);
      }
    }
  });

  const bodies = texts.filter(([, text]) => text.includes('support_credits_left'));

  it('name the credits left in every mail about them but the one that says that none are', () => {
    const numbers = bodies.map(([where]) => / · (\d+) · .*\(body\)$/.exec(where)?.[1]);
    expect(numbers).toEqual(['5', '6', '7', '8', '9']);
  });

  it.each(bodies)('«%s» count the credits left as people do', (_where, text) => {
    const say = (language: string, left: number) =>
      /^(?:У вас (?:не )?осталось|You have (?:no|\d+) ).*$/m.exec(render(text, language, String(left)))?.[0];
    const inRussian = (left: number) => say('ru', left);
    for (const left of [1, 21, 101]) expect(inRussian(left)).toBe(`У вас осталось ${left} обращение.`);
    for (const left of [2, 3, 4, 22, 104]) expect(inRussian(left)).toBe(`У вас осталось ${left} обращения.`);
    for (const left of [5, 10, 11, 12, 14, 15, 20, 25, 100, 111, 113])
      expect(inRussian(left)).toBe(`У вас осталось ${left} обращений.`);
    expect(inRussian(0)).toBe('У вас не осталось обращений.');
    expect(inRussian(-2)).toBe('У вас не осталось обращений, баланс: -2.');
    expect([-2, 0, 1, 2, 21].map((left) => say('en-US', left))).toEqual([
      'You have no credits left; your balance is -2.',
      'You have no credits left.',
      'You have 1 credit left.',
      'You have 2 credits left.',
      'You have 21 credits left.',
    ]);
  });

  it.each(texts)(
    '«%s» name no number that may be old: fields of the requester follow later',
    (_where, text) => {
      expect(text).not.toContain('custom_fields');
    },
  );
});
