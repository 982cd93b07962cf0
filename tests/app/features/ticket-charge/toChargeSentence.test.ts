import { toChargeSentence } from '../../../../src/app/features/ticket-charge/toChargeSentence';
import { ticketViewSchema } from '../../../../src/contract/creditsView';
import { buildView } from '../../buildView';
import { speak } from '../../speak';

const states = ticketViewSchema.shape.creditState._zod.def.innerType.options;
const reasons = ticketViewSchema.shape.reason._zod.def.innerType.options;

describe('toChargeSentence', () => {
  it.each(['en', 'ru'])('has a sentence for every state and reason of the contract (%s)', (locale) => {
    const sentences = states.flatMap((creditState) =>
      [...reasons, null].map((reason) =>
        toChargeSentence(buildView({ ticket: { creditState, reason } }), speak(locale)),
      ),
    );
    expect(sentences).toHaveLength(states.length * (reasons.length + 1));
    for (const sentence of sentences) expect(sentence).not.toMatch(/charge\.|\{\{|undefined/);
  });

  it('names the hour today and the day before that', () => {
    const i18n = speak('ru');
    expect(toChargeSentence(buildView(), i18n)).toMatch(/^Списано 1 обращение в \d\d:\d\d · осталось 3$/);
    const earlier = buildView({ ticket: { stateSince: '2026-11-20T14:02:00.000Z' } });
    expect(toChargeSentence(earlier, i18n)).toMatch(
      /^Списано 1 обращение 2[01] нояб\., \d\d:\d\d · осталось 3$/,
    );
  });

  it('says the level of a partner only when billing knows one', () => {
    const ticket = { creditState: 'waived', reason: 'partner' } as const;
    const i18n = speak('en');
    expect(toChargeSentence(buildView({ ticket, partnerLevel: '' }), i18n)).toBe('Waived: partner');
    expect(toChargeSentence(buildView({ ticket, partnerLevel: 'Gold' }), i18n)).toBe(
      'Waived: partner, level Gold',
    );
  });

  it('says that the ticket is being decided before the first decision', () => {
    const view = buildView({ ticket: { creditState: null, reason: null, stateSince: null } });
    expect(toChargeSentence(view, speak('en'))).toBe('Being decided…');
  });

  it('says of a ticket held for want of credits whether the client knows', () => {
    const held = { creditState: 'held', reason: 'no_credits' } as const;
    const tell = (toldAt: string | null) =>
      toChargeSentence(buildView({ ticket: { ...held, toldAt } }), speak('en'));
    expect(tell('2026-11-22T14:02:03.000Z')).toMatch(/^Held: no credits left · client told on .*:02/);
    expect(tell(null)).toBe('Held: no credits left · the client is being told');
  });
});
