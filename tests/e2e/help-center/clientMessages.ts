import type { ClientCredits, PublicRules } from '../../../src/contract/clientCredits';
import { BEING_READ, buildCredits, withLeft } from '../../help-center/answersOnTest';

/** The languages of the script. */
export type Language = 'en' | 'ru';

/** What the bridge answers, one asking after the other. */
export type Behind = { credits: (ClientCredits | 401 | 'away')[]; rules: PublicRules | 'away' };

/** A message under the form: what is behind it, the plan, what is chosen, and every line that the client then reads. */
export type ClientMessage = {
  name: string;
  behind: Behind;
  isBelowEnterprise?: boolean;
  line: 'sales' | 'tech';
  topic?: 'install';
  says: Record<Language, string[]>;
};

const CLOSED = buildCredits().care;
const OPEN = { ...CLOSED, isOpen: true, changesAt: '2026-11-23T16:00:00.000Z' };

const { packs, buyUrl, care, now } = buildCredits();
const RULES: PublicRules = { packs, buyUrl, care, now };

export const knows = (...answers: Partial<ClientCredits>[]): Behind => ({
  credits: answers.map(buildCredits),
  rules: RULES,
});

/** A client to whom nothing has happened yet. */
export const EMPTY_HISTORY: Partial<ClientCredits> = {
  balance: { availableCredits: 0, earnedCredits: 0, boughtCredits: 0, usedCredits: 0, returnedCredits: 0 },
  cost: 'no_credits',
  history: { entries: [], before: null },
};

const RETURNED = {
  en: 'You get it back if it turns out to be a defect in our software.',
  ru: 'Оно вернётся, если причина окажется в ошибке нашего ПО.',
};
const TAKES = {
  en: ['This takes 1 of your 4 credits.', RETURNED.en],
  ru: ['Спишется 1 из ваших 4 обращений.', RETURNED.ru],
};
const RULE = {
  en: ['Technical support takes 1 credit for each problem.', RETURNED.en],
  ru: ['Техническая поддержка списывает 1 обращение за каждую проблему.', RETURNED.ru],
};
const NOTHING = { en: [], ru: [] };
const OPENS = {
  en: 'Client care is closed now and opens Mon, 3:00 AM.',
  ru: 'Клиентский отдел сейчас закрыт и откроется: пн, 03:00.',
};

/** Each message that the form can show, on a Sunday noon in Moscow. */
export const CLIENT_MESSAGES: readonly ClientMessage[] = [
  { name: 'takes-one', behind: knows({}), line: 'tech', says: TAKES },
  {
    name: 'no-credits',
    behind: knows({ cost: 'no_credits', balance: withLeft(0) }),
    line: 'tech',
    says: {
      en: [
        'You have no credits: send your question now, and technical support takes it up as soon as you have bought some.',
        '1 credit: EUR 30.00',
        '5 credits: EUR 100.00, you save EUR 50.00',
        'Buy credits',
      ],
      ru: [
        'У вас нет обращений: отправьте вопрос сейчас, и техническая поддержка займётся им, как только вы купите обращения.',
        '1 обращение: 30,00 EUR',
        '5 обращений: 100,00 EUR, выгода 50,00 EUR',
        'Купить обращения',
      ],
    },
  },
  {
    name: 'partner',
    behind: knows({ cost: 'partner', isPartner: true }),
    line: 'tech',
    says: { en: ['Free for you as a partner.'], ru: ['Для вас как партнёра бесплатно.'] },
  },
  {
    name: 'care-installs-free',
    behind: knows({ care: OPEN }),
    line: 'tech',
    topic: 'install',
    says: {
      en: [...TAKES.en, 'Client care can install this for free: choose client care above.'],
      ru: [...TAKES.ru, 'Клиентский отдел установит это бесплатно: выберите выше клиентский отдел.'],
    },
  },
  {
    name: 'care-closed',
    behind: knows({}),
    line: 'sales',
    says: {
      en: [OPENS.en, 'Technical support is open round the clock.'],
      ru: [OPENS.ru, 'Техническая поддержка работает круглосуточно.'],
    },
  },
  { name: 'care-open', behind: knows({ care: OPEN }), line: 'sales', says: NOTHING },
  {
    name: 'rules-plan-without-tokens',
    behind: { credits: [], rules: RULES },
    isBelowEnterprise: true,
    line: 'tech',
    says: RULE,
  },
  {
    name: 'rules-shadow-mode',
    behind: { credits: [401, 401], rules: RULES },
    line: 'tech',
    says: RULE,
  },
  {
    name: 'bridge-down',
    behind: { credits: ['away'], rules: 'away' },
    line: 'tech',
    says: NOTHING,
  },
  { name: 'first-seen', behind: knows(BEING_READ, {}), line: 'tech', says: TAKES },
];
