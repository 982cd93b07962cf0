import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { openBrowser } from './browser';
import { chooseTechByKeyboard, noticeOn, readFact, seeCredits } from './helpCenterPages';
import { startPlayground } from './startPlayground';
import type { Playground } from './startPlayground';
import { waitFor, zendeskAs } from './zendeskAs';

jest.setTimeout(240_000);

/** Pictures of the walk, for looking at; `dist` is not in git. */
const PICTURES = join(__dirname, '../../dist/screenshots');

let playground: Playground;
let browser: Browser;

beforeAll(async () => {
  await mkdir(PICTURES, { recursive: true });
  playground = await startPlayground();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await playground?.stop();
});

async function openPage(path: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 1000 } });
  await page.goto(`${playground.zendeskUrl}${path}`);
  return page;
}

/** The app's frame inside the agent page, once it shows what the client has. */
async function findSidebar(page: Page): Promise<Frame> {
  await page.waitForSelector('iframe');
  const handle = await page.$('iframe');
  const frame = await handle?.contentFrame();
  if (!frame) throw new Error('The agent page shows no app.');
  return frame;
}

/** Sends the help center form as this client; answers the ticket's id. */
async function sendForm(email: string): Promise<string> {
  const page = await openPage(`/hc/requests/new?as=${email}`);
  await page.getByLabel('Subject').fill('The panel does not start after an update');
  await page.getByLabel('Description').fill('It stops with an error since yesterday.');
  await page
    .getByLabel('Who should answer')
    .selectOption({ label: 'Technical support (1 credit) · Техподдержка (1 обращение)' });
  await page.getByLabel('Topic').selectOption({ label: 'Update · Обновить' });
  await page.getByLabel('Product').selectOption({ label: 'VMmanager' });
  await page.screenshot({ path: join(PICTURES, 'help-center-form.png') });
  await page.getByRole('button', { name: 'Submit' }).click();
  await page.waitForURL(/\/hc\/requests\/\d+/);
  const id = /\/hc\/requests\/(\d+)/.exec(page.url())?.[1];
  if (id === undefined) throw new Error('The help center did not show the new request.');
  await page.close();
  return id;
}

describe('the life of a question, seen in a browser', () => {
  it('is asked in the help center, debited, shown to the agent, and returned as a defect of our software', async () => {
    const ticketId = await sendForm('credits@client.test');

    // given: the bridge has debited the ticket
    const agent = zendeskAs(playground, 'care@agent.test');
    const debited = await waitFor(
      () => agent.readTicket(Number(ticketId)),
      (ticket) => ticket.tags.includes('credit_debited'),
    );
    expect(debited.tags).toEqual(expect.arrayContaining(['tech', 'topic_update', 'product_vmmanager']));

    // when: the agent opens it, and asks for the credit's return in two clicks
    const page = await openPage(`/agent/tickets/${ticketId}`);
    const sidebar = await findSidebar(page);
    await sidebar.getByText('1 credit debited', { exact: false }).first().waitFor();
    expect(await readFigure(sidebar)).toBe('3');
    await page.screenshot({ path: join(PICTURES, 'agent-debited.png') });
    await sidebar.getByRole('button', { name: 'Return the credit: defect in our software' }).click();
    await sidebar.getByRole('button', { name: 'Confirm' }).click();

    // then: the sidebar shows the new balance by itself
    await sidebar.getByText('The credit is returned.').first().waitFor();
    await waitFor(
      () => readFigure(sidebar),
      (figure) => figure === '4',
    );
    await page.screenshot({ path: join(PICTURES, 'agent-returned.png') });
    const returned = await waitFor(
      () => agent.readTicket(Number(ticketId)),
      (ticket) => ticket.tags.includes('credit_refunded'),
    );
    expect(returned.tags).not.toContain('credit_action_refund_software_defect');
    expect(returned.notes).toHaveLength(2);

    // and the client reads it in the help center, in words of either language and with what is left
    for (const [language, title, words] of [
      ['en-us', 'Credit ·', 'Credit returned'],
      ['ru', '· Обращение', 'Обращение возвращено'],
    ] as const) {
      const client = await openPage(`/hc/${language}/requests/${ticketId}?as=credits@client.test`);
      await client.getByText('Credit returned').waitFor();
      expect(await readFact(client, title)).toContain(words);
      expect(await readFact(client, 'Credits left after it')).toBe('4');
      await client.screenshot({ path: join(PICTURES, `help-center-request-${language}.png`) });
    }
  });

  it('follows a change that was made elsewhere, without a click', async () => {
    const ticketId = await sendForm('credits@client.test');
    const agent = zendeskAs(playground, 'tech@agent.test');
    await waitFor(
      () => agent.readTicket(Number(ticketId)),
      (ticket) => ticket.tags.includes('credit_debited'),
    );
    const page = await openPage(`/agent/tickets/${ticketId}`);
    const sidebar = await findSidebar(page);
    await sidebar.getByText('1 credit debited', { exact: false }).first().waitFor();
    await agent.setAction(Number(ticketId), 'credit_action_refund_hotfix');
    await sidebar.getByText('hotfix installed', { exact: false }).first().waitFor();
    expect(await readFigure(sidebar)).toBe('4');
  });

  it('is charged once the agent has written which of two accounts in billing it belongs to', async () => {
    const ticketId = await sendForm('two@client.test');
    const page = await openPage(`/agent/tickets/${ticketId}`);
    const sidebar = await findSidebar(page);
    await sidebar.getByText('Several accounts in billing').waitFor();

    // when: the agent finds the number on the billing page, saves it, and asks for another look
    const billing = await browser.newPage();
    await billing.goto(playground.billmanagerUrl);
    const account = billing.getByRole('row', { name: 'Twin Oaks Reselling' });
    const number = (await account.getByRole('cell').first().innerText()).trim();
    await page.getByLabel('Billing account').fill(number);
    await page.getByRole('button', { name: 'Save the requester' }).click();
    await page.getByText('The requester is saved.').waitFor();
    await sidebar.getByRole('button', { name: 'Check again' }).click();

    // then: the sidebar shows the account's credits, and the profile what the bridge has written, without a click
    await sidebar.getByText('1 credit debited', { exact: false }).first().waitFor();
    expect(await readFigure(sidebar)).toBe('4');
    await waitFor(
      () => page.getByRole('spinbutton', { name: 'Support credits' }).inputValue(),
      (credits) => credits === '4',
    );
    expect(await page.getByLabel('Billing account').inputValue()).toBe(number);
    await page.screenshot({ path: join(PICTURES, 'agent-linked.png'), fullPage: true });
  });

  it('leaves no word of the page or the app in the console as an error', async () => {
    const errors: string[] = [];
    const page = await browser.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    const ticketId = await zendeskAs(playground, 'partner@client.test').askTech();
    await page.goto(`${playground.zendeskUrl}/agent/tickets/${ticketId}`);
    const sidebar = await findSidebar(page);
    await sidebar.getByText('Waived', { exact: false }).first().waitFor();
    expect(errors).toEqual([]);
  });
});

describe('the help center, seen in a browser', () => {
  it('shows an English client balance, receipts and, in the theme’s form, what a ticket takes: by keyboard', async () => {
    const mine = await openPage('/hc/en-us/p/support-credits?as=credits@client.test');
    await seeCredits(mine);
    expect(await mine.locator('.support-credits-figure').textContent()).toBe('4');
    await mine.getByText('Receipt').last().focus();
    await mine.keyboard.press('Enter');
    await mine.getByText('Earned: EUR\u00a0100.00 of spend reached').waitFor();
    await mine.screenshot({ path: join(PICTURES, 'help-center-credits-en.png'), fullPage: true });

    await mine.goto(`${playground.zendeskUrl}/hc/en-us/requests/new?theme=copenhagen`);
    await chooseTechByKeyboard(mine);
    await noticeOn(mine).getByText('This takes 1 of your 4 credits.').waitFor();
    await mine.screenshot({ path: join(PICTURES, 'help-center-copenhagen-en.png'), fullPage: true });
    await mine.getByLabel('Subject').fill('Help');
    await mine.getByLabel('Description').fill('It does not start.');
    await mine.getByRole('button', { name: 'Submit' }).click();
    await mine.waitForURL(/\/hc\/requests\/\d+$/);
  });

  it('tells a Russian client without credits where to buy, and a partner that it is free, in either form', async () => {
    const empty = await openPage('/hc/ru/p/support-credits?as=empty@client.test');
    await seeCredits(empty);
    await empty.goto(`${playground.zendeskUrl}/hc/ru/requests/new`);
    await empty.getByLabel('Who should answer').selectOption('tech');
    await noticeOn(empty).getByText('У вас нет обращений').waitFor();
    const link = noticeOn(empty).getByRole('link', { name: 'Купить обращения' });
    expect(await link.getAttribute('href')).toMatch(/^https?:/);
    await empty.screenshot({ path: join(PICTURES, 'help-center-classic-ru.png'), fullPage: true });

    const partner = await openPage('/hc/ru/requests/new?theme=copenhagen&as=partner@client.test');
    await chooseTechByKeyboard(partner);
    await noticeOn(partner).getByText('Для вас как партнёра бесплатно.').waitFor();
  });
});

/** The one large figure: credits left. */
async function readFigure(sidebar: Frame): Promise<string | undefined> {
  const text = await sidebar
    .locator('p', { hasText: /credits? left/ })
    .locator('span')
    .first()
    .textContent();
  return text?.trim();
}
