import { buildNoteTexts } from '../../../src/adapters/texts/buildNoteTexts';
import type { NoteLanguage } from '../../../src/adapters/texts/buildNoteTexts';
import { REFUND_REASONS } from '../../../src/domain/policy/refundReason';
import { COMMAND_REFUSALS } from '../../../src/domain/tickets/command';
import type { CommandAction, CommandRefusal } from '../../../src/domain/tickets/command';
import { HOLD_REASONS } from '../../../src/domain/tickets/creditState';
import type { TicketState } from '../../../src/domain/tickets/ticketDecision';

const LANGUAGES: NoteLanguage[] = ['en', 'ru'];
const PREFIX = { en: 'Support credits: ', ru: 'Обращения в поддержку: ' };

const STATES: TicketState[] = [
  { creditState: 'free', reason: 'client_care' },
  { creditState: 'debited', reason: 'charged' },
  { creditState: 'waived', reason: 'partner' },
  { creditState: 'waived', reason: 'agent' },
  { creditState: 'pending', reason: 'billing_unavailable' },
  { creditState: 'pending', reason: 'billing_misconfigured' },
  ...HOLD_REASONS.map((reason) => ({ creditState: 'held' as const, reason })),
  ...REFUND_REASONS.map((reason) => ({ creditState: 'refunded' as const, reason })),
];
const ACTIONS: CommandAction[] = [
  { kind: 'debit' },
  { kind: 'waive' },
  { kind: 'recheck' },
  { kind: 'new_problem' },
  { kind: 'refund', reason: 'software_defect' },
];

const sayState = (language: NoteLanguage, state: TicketState, balanceCredits: number | undefined = 3) =>
  buildNoteTexts(language).renderNote({ state, balanceCredits, refusal: undefined });
const sayRefusal = (language: NoteLanguage, action: CommandAction, refusal: CommandRefusal) =>
  buildNoteTexts(language).renderNote({ state: undefined, balanceCredits: 3, refusal: { action, refusal } });

/** A key that has no sentence would come out as itself, such as `hold.no_credits`. */
function expectSentence(note: string, language: NoteLanguage) {
  expect(note.startsWith(PREFIX[language])).toBe(true);
  expect(note.slice(PREFIX[language].length)).not.toMatch(/\b[a-z]+\.[a-z_]+|\{\{|undefined/);
  expect(note).toMatch(/\.$/);
}

describe.each(LANGUAGES)('private notes in %s', (language) => {
  it.each(STATES)('has a sentence for $creditState: $reason', (state) => {
    expectSentence(sayState(language, state), language);
  });

  it('says something else for every state and reason', () => {
    expect(new Set(STATES.map((state) => sayState(language, state))).size).toBe(STATES.length);
  });

  it.each(ACTIONS)('has a sentence for every refusal of $kind', (action) => {
    const notes = COMMAND_REFUSALS.map((refusal) => sayRefusal(language, action, refusal));
    for (const note of notes) expectSentence(note, language);
    expect(new Set(notes).size).toBe(COMMAND_REFUSALS.length);
  });

  it('leaves the balance out when it is not known', () => {
    const note = buildNoteTexts(language).renderNote({
      state: { creditState: 'debited', reason: 'charged' },
      balanceCredits: undefined,
      refusal: undefined,
    });
    expectSentence(note, language);
    expect(note).not.toMatch(/left|Осталось/);
  });
});

describe('numbers of credits', () => {
  const debited: TicketState = { creditState: 'debited', reason: 'charged' };

  it.each([
    ['en', 0, '0 credits left.'],
    ['en', 1, '1 credit left.'],
    ['en', 2, '2 credits left.'],
    ['en', 5, '5 credits left.'],
    ['en', 21, '21 credits left.'],
    ['ru', 0, 'Осталось 0 обращений.'],
    ['ru', 1, 'Осталось 1 обращение.'],
    ['ru', 2, 'Осталось 2 обращения.'],
    ['ru', 5, 'Осталось 5 обращений.'],
    ['ru', 21, 'Осталось 21 обращение.'],
  ] as const)('in %s, %i is «%s»', (language, balance, sentence) => {
    expect(sayState(language, debited, balance)).toMatch(new RegExp(` ${sentence.replace('.', '\\.')}$`));
  });
});

describe('a note for an agent', () => {
  it('says why a credit was not returned', () => {
    expect(sayRefusal('en', { kind: 'refund', reason: 'hotfix' }, 'nothing_to_refund')).toBe(
      'Support credits: the credit was not returned: nothing was debited on this ticket.',
    );
  });

  it('does not call a mistake in the settings an outage', () => {
    const note = sayState('en', { creditState: 'pending', reason: 'billing_misconfigured' });
    expect(note).toContain("an admin has to look at the bridge's log");
    expect(note).not.toContain('does not answer');
  });

  it('says both when a command was refused and the state is new', () => {
    const note = buildNoteTexts('en').renderNote({
      state: { creditState: 'pending', reason: 'billing_unavailable' },
      balanceCredits: undefined,
      refusal: { action: { kind: 'waive' }, refusal: 'actor_not_agent' },
    });
    expect(note).toContain(
      'the ticket was not waived: only an agent may ask for this. Billing does not answer.',
    );
  });

  it('speaks the language of whom it answers, else that of the policy', () => {
    const note = { state: undefined, balanceCredits: undefined, awaiting: 'goodwill' } as const;
    const texts = buildNoteTexts('en');
    expect(texts.renderNote({ ...note, locale: 'ru' })).toContain('запрошен возврат');
    expect(buildNoteTexts('ru').renderNote({ ...note, locale: 'en-GB' })).toContain('asked to return');
    for (const locale of [undefined, '', 'de', 'english']) {
      expect(texts.renderNote({ ...note, ...(locale === undefined ? {} : { locale }) })).toContain(
        'asked to return',
      );
    }
  });
});
