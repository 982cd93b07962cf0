import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { NOW } from '../help-center/answersOnTest';
import type { TestZendesk } from '../simulators/zendesk/startTestZendesk';
import { openBrowser } from './browser';
import { CLIENT_MESSAGES, EMPTY_HISTORY, knows } from './help-center/clientMessages';
import type { ClientMessage, Language } from './help-center/clientMessages';
import type { PutBehind } from './help-center/openHelpCenter';
import { chooseByKeyboard, isFocused, tabTo } from './help-center/keyboard';
import {
  readColours,
  readOverflowPx,
  readTold,
  serveBehind,
  startHelpCenter,
} from './help-center/openHelpCenter';
import { noticeOn } from './helpCenterPages';

jest.setTimeout(120_000);

/** Pictures for looking at; `dist` is not in git. */
const PICTURES = join(__dirname, '../../dist/screenshots/help-center');

/** That one language is read on one kind of form proves both: what is said on each kind alike is tests/help-center's. */
const THEMES = { en: ['classic', 'copenhagen'], ru: ['copenhagen', 'classic'] } as const;
const LANGUAGES = ['en', 'ru'] as const satisfies Language[];
const PLACES = { sales: 1, tech: 2, install: 6 };
const NOTICE = '.support-credits-notice';
const SECTION = '[data-support-credits]';

/** As most read, and on a telephone at night. */
const WINDOWS = [
  { colorScheme: 'light', width: 1100, height: 900 },
  { colorScheme: 'dark', width: 320, height: 640 },
] as const;

let zendesk: TestZendesk;
let browser: Browser;
let pages: Record<Language, { page: Page; putBehind: PutBehind }>;

beforeAll(async () => {
  await mkdir(PICTURES, { recursive: true });
  [zendesk, browser] = await Promise.all([startHelpCenter(), openBrowser()]);
  const [en, ru] = await Promise.all(LANGUAGES.map(() => openSunday()));
  pages = { en: en!, ru: ru! };
});
afterAll(async () => {
  await browser?.close();
  await zendesk?.close();
});

/** A page on the Sunday of the messages, at noon in Moscow. */
async function openSunday() {
  const context = await browser.newContext({ timezoneId: 'Europe/Moscow', reducedMotion: 'reduce' });
  await context.clock.setFixedTime(NOW);
  const page = await context.newPage();
  return { page, putBehind: await serveBehind(page) };
}

/** Looks at the page as it stands, in each window: nothing scrolls sideways, and the words have the theme's own colours. */
async function look(page: Page, name: string, part: string): Promise<void> {
  for (const { colorScheme, width, height } of WINDOWS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height });
    expect(await readOverflowPx(page)).toBe(0);
    const { words, theme } = await readColours(page, part);
    expect(words).toEqual(theme);
    await page.screenshot({ path: join(PICTURES, `${name}-${colorScheme}.png`), fullPage: true });
  }
}

/** From an empty form to the sent request by keyboard alone, with the message on the way. */
async function walk({ name, behind, line, topic, says }: ClientMessage, language: Language): Promise<void> {
  const { page, putBehind } = pages[language];
  const theme = THEMES[language][CLIENT_MESSAGES.findIndex((one) => one.name === name) % 2];
  putBehind(behind);
  const isAway = behind.rules === 'away';
  const away = isAway && page.waitForEvent('requestfailed', (failed) => failed.url().endsWith('/rules'));
  await page.goto(`${zendesk.url}/hc/${language}/requests/new?theme=${theme}&as=credits@client.test`);
  await away;

  // given: a form that is filled in without a mouse
  await page.getByLabel('Subject').waitFor();
  await tabTo(page, page.getByLabel('Subject'));
  await page.keyboard.insertText('The panel does not start');
  const who = page.getByRole('combobox', { name: 'Who should answer' });
  const what = page.getByRole('combobox', { name: 'Topic' });
  await chooseByKeyboard(page, who, PLACES[line]);
  if (topic) await chooseByKeyboard(page, what, PLACES[topic]);

  // then: what has to be known is said, and the keyboard is where it was
  const said = says[language];
  if (said[0] !== undefined) await noticeOn(page).getByText(said[0]).waitFor();
  expect(await readTold(page, NOTICE)).toEqual(said);
  expect(await isFocused(topic ? what : who)).toBe(true);
  await look(page, `${name}-${language}-${theme}`, NOTICE);

  // and the request is sent, whatever was said
  await tabTo(page, page.getByLabel('Description'));
  await page.keyboard.insertText('Since the update.');
  const link = noticeOn(page).getByRole('link');
  if ((await link.count()) > 0) await tabTo(page, link);
  await tabTo(page, page.getByRole('button', { name: 'Submit' }));
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/hc\/requests\/\d+$/, { waitUntil: 'commit' });
  const id = Number(page.url().split('/').at(-1));
  expect(zendesk.world.tickets.get(id)?.tags).toContain(line);
}

describe('a client in front of the form', () => {
  it.each(CLIENT_MESSAGES)(
    'is told what has to be known, by keyboard, and can always send: $name',
    async (message) => {
      await zendesk.control('plan', { hasHelpCenterTokens: message.isBelowEnterprise !== true });
      await Promise.all(LANGUAGES.map((language) => walk(message, language)));
    },
  );
});

describe('a client who looks at the own credits', () => {
  async function open(language: Language, behind: ClientMessage['behind']): Promise<Page> {
    const { page, putBehind } = pages[language];
    putBehind(behind);
    await page.goto(`${zendesk.url}/hc/${language}/p/support-credits?as=credits@client.test`);
    await page.locator(`${SECTION} h3`).waitFor();
    return page;
  }

  it('reads balance, packs and history, and opens a receipt by keyboard', async () => {
    const words = {
      en: ['Support credits', '4 credits left', 'Debited · Ticket 7', 'Came back on Nov 21'],
      ru: ['Обращения в поддержку', '4 обращения осталось', 'Списано · Тикет 7', 'Вернулось 21 нояб.'],
    };
    await Promise.all(
      LANGUAGES.map(async (language) => {
        const page = await open(language, knows({}));
        await tabTo(page, page.locator(`${SECTION} a`));
        await tabTo(page, page.locator(`${SECTION} summary`).first());
        await page.keyboard.press('Enter');
        await page.locator(`${SECTION} details li`).first().waitFor();
        const told = (await readTold(page, SECTION)).join('\n');
        for (const part of words[language]) expect(told).toContain(part);
        await look(page, `my-credits-${language}`, SECTION);
      }),
    );
  });

  it('is told when there is no history yet', async () => {
    const sentence = { en: 'No entries yet', ru: 'Записей пока нет' };
    await Promise.all(
      LANGUAGES.map(async (language) => {
        const page = await open(language, knows(EMPTY_HISTORY));
        expect((await readTold(page, SECTION)).at(-1)).toBe(sentence[language]);
        await look(page, `my-credits-empty-${language}`, SECTION);
      }),
    );
  });
});
