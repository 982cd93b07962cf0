import { act, fireEvent, render, screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import type { ClientCredits } from '../../src/contract/clientCredits';
import { buildCredits, NOW, withLeft } from './answersOnTest';
import { CopenhagenForm } from './CopenhagenForm';
import { leavePage, NO_TOKENS, openHelpCenter, readLines, settle, SIGNED_IN } from './helpCenterPage';
import type { Answers } from './helpCenterPage';

const CREDITS = '/v1/client/credits';
const RULES = '/v1/client/rules';
const TOKEN = '/api/v2/help_center/integration/token';
const sent: FormData[] = [];

/** The theme's form, drawn after the script has run, as the theme does. */
async function openCopenhagen() {
  const root = document.createElement('div');
  root.id = 'new-request-form';
  document.body.append(root);
  return {
    draw: () => render(<CopenhagenForm onSend={(form) => sent.push(form)} />, { baseElement: root }),
    choose: async (value: string) => {
      fireEvent.click(screen.getByRole('button', { name: value }));
      await act(settle);
    },
  };
}

/** The classic form: one dropdown as a select, the other as a hidden input that a script of the vendor's writes. */
async function openClassic() {
  const form = document.createElement('form');
  form.id = 'new_request';
  form.innerHTML = `<input name="request[subject]" aria-label="Subject">
    <select name="request[custom_fields][11]" id="request_custom_fields_11" aria-label="Line">
      <option value="">-</option><option>sales</option><option>tech</option></select>
    <input type="hidden" name="request[custom_fields][12]" id="request_custom_fields_12">
    <footer><input type="submit" value="Submit"></footer>`;
  document.body.append(form);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    sent.push(new FormData(form));
  });
  return {
    draw: () => undefined,
    choose: async (value: string) => {
      const isTopic = value.startsWith('topic_');
      const field = form.querySelector<HTMLInputElement>(isTopic ? '[type=hidden]' : 'select')!;
      field.value = value;
      if (!isTopic) fireEvent.change(field);
      await settle();
    },
  };
}

const FORMS = [
  ['the theme’s form', openCopenhagen],
  ['the classic form', openClassic],
] as const;

const notice = () => readLines('.support-credits-notice');
const told = (credits: Partial<ClientCredits> = {}): Answers => ({
  ...SIGNED_IN,
  [CREDITS]: buildCredits(credits),
});

beforeEach(() => {
  jest.useFakeTimers({ now: NOW, doNotFake: ['nextTick', 'queueMicrotask'] });
  sent.length = 0;
});
afterEach(() => {
  leavePage();
  jest.useRealTimers();
});

describe.each(FORMS)('on %s', (_kind, open) => {
  async function choose(answers: Answers, lang: string, ...values: string[]) {
    const form = await open();
    const page = openHelpCenter(answers, lang);
    form.draw();
    await act(settle);
    for (const value of values) await form.choose(value);
    return { ...page, ...form };
  }

  it('a ticket for technical support is told what it takes, in either language and with the right plural', async () => {
    const page = await choose(told(), 'en-us', 'tech');
    expect(page.asked).toEqual([TOKEN, `${CREDITS} Bearer T1`]);
    expect(notice()).toEqual([
      'This takes 1 of your 4 credits.',
      'You get it back if it turns out to be a defect in our software.',
    ]);
  });

  it.each([
    [1, 'Спишется ваше последнее обращение.'],
    [4, 'Спишется 1 из ваших 4 обращений.'],
    [21, 'Спишется 1 из ваших 21 обращения.'],
    [25, 'Спишется 1 из ваших 25 обращений.'],
  ])('in Russian too, with %i credits', async (left, sentence) => {
    await choose(told({ balance: withLeft(left) }), 'ru', 'tech');
    expect(notice()).toEqual([sentence, 'Оно вернётся, если причина окажется в ошибке нашего ПО.']);
  });

  it('who has no credits is told that the question may be sent, what packs cost, and where to buy', async () => {
    await choose(told({ cost: 'no_credits', balance: withLeft(0) }), 'en-us', 'tech');
    expect(notice()).toEqual([
      'You have no credits: send your question now, and technical support takes it up as soon as you have bought some.',
      '1 credit: EUR\u00a030.00',
      '5 credits: EUR\u00a0100.00, you save EUR\u00a050.00',
      'Buy credits',
    ]);
    expect(screen.getByRole('link', { name: 'Buy credits' })).toHaveAttribute(
      'href',
      'https://my.example.test/',
    );
  });

  it.each<[string, Partial<ClientCredits>, string]>([
    ['a partner', { cost: 'partner', isPartner: true }, 'Для вас как партнёра бесплатно.'],
    ['who may owe', { cost: 'advance' }, 'У вас не осталось обращений: 1 обращение спишется авансом.'],
    [
      'whose account is not settled',
      { cost: 'unsettled' },
      'Техническая поддержка списывает 1 обращение за каждую проблему.',
    ],
  ])('%s is told so', async (_who, credits, sentence) => {
    await choose(told(credits), 'ru-ru', 'tech');
    expect(notice()[0]).toBe(sentence);
  });

  it('who wants something installed learns that client care does it for free, and when', async () => {
    await choose(told(), 'en-us', 'tech', 'topic_install');
    expect(notice().slice(2)).toEqual([
      'Client care can install this for free: choose client care above.',
      expect.stringMatching(/^Client care is closed now and opens Mon, .+\.$/),
    ]);
  });

  it.each([
    ['topic_configure', 'This takes 1 of your 4 credits.'],
    ['topic_pay', 'Technical support is open round the clock.'],
  ])('who chooses the topic %s and no line is told of the line that it leads to', async (topic, sentence) => {
    await choose(told(), 'en-us', topic);
    expect(notice()).toContain(sentence);
  });

  it('client care that is closed says when it opens, and that technical support is open', async () => {
    const page = await choose(told(), 'en-us', 'tech', 'sales');
    expect(notice()).toEqual([
      expect.stringMatching(/^Client care is closed now and opens Mon, .+\.$/),
      'Technical support is open round the clock.',
    ]);
    jest.setSystemTime(new Date('2026-11-23T00:00:01Z'));
    await page.choose('tech');
    await page.choose('sales');
    expect(notice()).toEqual([]);
  });

  it.each<[string, Answers]>([
    ['on a plan without tokens', NO_TOKENS],
    ['to who is not signed in', { [TOKEN]: 401 }],
  ])('the rules are told without numbers %s', async (_who, answers) => {
    const { now, packs, buyUrl, care } = buildCredits();
    const page = await choose({ ...answers, [RULES]: { now, packs, buyUrl, care } }, 'en-us', 'tech');
    expect(page.asked).toEqual([TOKEN, RULES]);
    expect(notice()).toEqual([
      'Technical support takes 1 credit for each problem.',
      'You get it back if it turns out to be a defect in our software.',
    ]);
  });

  it.each<[string, Answers]>([
    ['nothing answers', {}],
    ['the bridge refuses', { ...SIGNED_IN, [CREDITS]: 401, [RULES]: 500 }],
    [
      'the bridge says something else',
      { ...SIGNED_IN, [CREDITS]: { identity: 'client' }, [RULES]: { packs: 1 } },
    ],
  ])('it stays harmless when %s: nothing is said and the form is sent', async (_what, answers) => {
    await choose(answers, 'en-us', 'tech');
    expect(notice()).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Submit' }));
    expect(sent.map((form) => form.get('request[custom_fields][11]'))).toEqual(['tech']);
  });

  it('it never stands in the way of sending, and adds nothing to what is sent', async () => {
    await choose(told({ cost: 'no_credits' }), 'en-us', 'tech', 'topic_configure');
    const button = screen.getByRole('button', { name: 'Submit' });
    button.focus();
    fireEvent.click(button);
    expect(document.activeElement).toBe(button);
    expect([...sent[0]!.keys()].every((name) => name.startsWith('request['))).toBe(true);
  });

  it('it is read out: a live region that stood before the button all along, and it is accessible', async () => {
    const form = await open();
    openHelpCenter(told(), 'en-us');
    form.draw();
    await act(settle);
    const region = screen.getByRole('status');
    expect(region).toBeEmptyDOMElement();
    await form.choose('tech');
    expect(screen.getByRole('status')).toBe(region);
    expect(region.compareDocumentPosition(screen.getByRole('button', { name: 'Submit' }))).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
    jest.useRealTimers();
    expect((await axe(region)).violations).toEqual([]);
  });

  it('texts from outside are texts, and no address but one of the web becomes a link', async () => {
    const evil = told({ cost: 'no_credits', buyUrl: 'javascript:alert(1)' });
    await choose(evil, 'en-us', 'tech');
    expect(screen.queryByRole('link')).toBeNull();
  });
});

describe('the theme’s form', () => {
  it('that is drawn anew gets the notice back, and goes on drawing its own fields', async () => {
    const form = await openCopenhagen();
    openHelpCenter(told(), 'en-us');
    const first = form.draw();
    await act(settle);
    await form.choose('tech');
    expect(screen.getByRole('group', { name: 'Product' })).toBeInTheDocument();
    first.unmount();
    expect(screen.queryByRole('status')).toBeNull();
    form.draw();
    await act(settle);
    await form.choose('tech');
    expect(notice()[0]).toBe('This takes 1 of your 4 credits.');
    await form.choose('sales');
    expect(screen.queryByRole('group', { name: 'Product' })).toBeNull();
  });
});

describe('a page without a form and without a place for the section', () => {
  it('is left alone, and nothing is asked', async () => {
    document.body.innerHTML = '<main><form><input name="query"></form></main>';
    const before = document.body.innerHTML;
    const { asked } = openHelpCenter(told());
    await settle();
    expect([asked, document.body.innerHTML]).toEqual([[], before]);
  });
});
