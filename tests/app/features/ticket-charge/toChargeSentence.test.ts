import { toChargeSentence } from '../../../../src/app/features/ticket-charge/toChargeSentence';
import { createFormats } from '../../../../src/app/shared/i18n/createFormats';
import { createTranslator } from '../../../../src/app/shared/i18n/createTranslator';
import { ticketViewSchema } from '../../../../src/contract/creditsView';
import { buildView } from '../../buildView';

const toI18n = (locale: string) => ({ t: createTranslator(locale), format: createFormats(locale) });
const states = ticketViewSchema.shape.creditState._zod.def.innerType.options;
const reasons = ticketViewSchema.shape.reason._zod.def.innerType.options;

describe('toChargeSentence', () => {
  it.each(['en', 'ru'])('has a sentence for every state and reason of the contract (%s)', (locale) => {
    const sentences = states.flatMap((creditState) =>
      [...reasons, null].map((reason) =>
        toChargeSentence(buildView({ ticket: { creditState, reason } }), toI18n(locale)),
      ),
    );
    expect(sentences).toHaveLength(states.length * (reasons.length + 1));
    for (const sentence of sentences) expect(sentence).not.toMatch(/charge\.|\{\{|undefined/);
  });

  it('names the hour today and the day before that', () => {
    const i18n = toI18n('ru');
    expect(toChargeSentence(buildView(), i18n)).toMatch(/^Списано 1 обращение в \d\d:\d\d$/);
    const earlier = buildView({ ticket: { stateSince: '2026-11-20T14:02:00.000Z' } });
    expect(toChargeSentence(earlier, i18n)).toMatch(/^Списано 1 обращение 2[01] нояб\., \d\d:\d\d$/);
  });

  it('says the level of a partner only when billing knows one', () => {
    const ticket = { creditState: 'waived', reason: 'partner' } as const;
    const i18n = toI18n('en');
    expect(toChargeSentence(buildView({ ticket, partnerLevel: '' }), i18n)).toBe('Waived: partner');
    expect(toChargeSentence(buildView({ ticket, partnerLevel: 'Gold' }), i18n)).toBe(
      'Waived: partner, level Gold',
    );
  });

  it('says that the ticket is being decided before the first decision', () => {
    const view = buildView({ ticket: { creditState: null, reason: null, stateSince: null } });
    expect(toChargeSentence(view, toI18n('en'))).toBe('Being decided…');
  });
});
