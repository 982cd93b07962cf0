import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { openBrowser } from './browser';
import { startPlayground } from './startPlayground';
import type { Playground } from './startPlayground';
import type { SeenTicket } from './zendeskAs';
import { control, sendMail, waitFor, zendeskAs } from './zendeskAs';

jest.setTimeout(240_000);

/** A picture of how each action ended, for looking at; `dist` is not in git. */
const PICTURES = join(__dirname, '../../dist/screenshots/actions');
/** The published rules, but that a colleague approves what was out of scope. */
const POLICY_FILE = join(__dirname, '../fixtures/approvalPolicy.json');

let playground: Playground;
let browser: Browser;

beforeAll(async () => {
  await mkdir(PICTURES, { recursive: true });
  [playground, browser] = await Promise.all([startPlayground({ POLICY_FILE }), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await playground?.stop();
});

type Beside = { page: Page; sidebar: Frame };

/** An agents' page, and the app's frame in it. */
async function openPage(path: string, email = 'care@agent.test'): Promise<Beside> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 1000 } });
  await page.goto(`${playground.zendeskUrl}/agent/tickets/${path}?as=${email}`);
  return { page, sidebar: await findSidebar(page) };
}

async function findSidebar(page: Page): Promise<Frame> {
  const sidebar = await (await page.waitForSelector('iframe')).contentFrame();
  if (!sidebar) throw new Error('The agent page shows no app.');
  return sidebar;
}

const press = (sidebar: Frame, name: string) => sidebar.getByRole('button', { name, exact: true }).click();
const see = (sidebar: Frame, words: string | RegExp) => sidebar.getByText(words).first().waitFor();
const keep = async (page: Page, name: string) => {
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
  await page.close();
};

const care = () => zendeskAs(playground, 'care@agent.test');
const showsCredit = (state: string) => (ticket: SeenTicket) => ticket.tags.includes(`credit_${state}`);
const waitForCredit = (ticketId: number, state: string) =>
  waitFor(() => care().readTicket(ticketId), showsCredit(state));

/** The action field is empty again: the same action can be asked for once more. */
const waitForAnswered = (ticketId: number, action: string) =>
  waitFor(
    () => care().readTicket(ticketId),
    ({ tags }) => !tags.includes(`credit_action_${action}`),
  );

/** A question to technical support that the bridge has decided, with the page beside which the agent sees it. */
async function askTech(email: string, state: string): Promise<Beside & { ticketId: number }> {
  const ticketId = await zendeskAs(playground, email).askTech();
  await waitForCredit(ticketId, state);
  return { ticketId, ...(await openPage(String(ticketId))) };
}

/** The one large figure: credits left. */
async function readFigure(sidebar: Frame): Promise<number> {
  const left = sidebar.locator('p', { hasText: /credits? left$/ }).first();
  return Number(await left.locator('span').first().textContent());
}

describe('what an agent does in the sidebar', () => {
  it('R6: hands over and back, with the price said before, and leaves a draft as it is', async () => {
    const ticketId = await sendMail(playground, 'credits@client.test');
    await waitForCredit(ticketId, 'free');
    const { page, sidebar } = await openPage(String(ticketId));
    const reply = page.getByLabel('Reply', { exact: true });
    await reply.fill('Dear client,');

    await press(sidebar, 'Hand over to technical support');
    await see(sidebar, "This takes 1 of the client's 4 credits.");
    await press(sidebar, 'Confirm');
    await see(sidebar, 'The ticket is with technical support.');
    await see(sidebar, '1 credit debited');
    expect((await waitForCredit(ticketId, 'debited')).tags).toContain('tech');

    await press(sidebar, 'Hand back to client care');
    await press(sidebar, 'Confirm');
    await see(sidebar, 'The ticket is with client care.');
    await see(sidebar, 'Credit returned');
    expect((await waitForCredit(ticketId, 'refunded')).tags).toContain('sales');
    expect(await reply.inputValue()).toBe('Dear client,');

    // and the guide puts its text behind the draft
    await press(sidebar, 'Which line answers what');
    await press(sidebar, 'Put into the reply: diagnose the server itself');
    await see(sidebar, 'Added to the reply, in English.');
    expect(await reply.inputValue()).toMatch(/^Dear client,\n\nUnfortunately technical support/);
    await keep(page, 'hand-over-and-back');
  });

  it('returns a credit for another reason, shows its receipt, and debits it again', async () => {
    const { page, sidebar, ticketId } = await askTech('credits@client.test', 'debited');
    await press(sidebar, 'Return for another reason');
    await press(sidebar, 'Hotfix installed');
    await press(sidebar, 'Confirm');
    await see(sidebar, 'The credit is returned.');
    await waitForCredit(ticketId, 'refunded');
    await press(sidebar, 'History');
    await see(sidebar, /^Returned: hotfix installed/);
    await sidebar.getByRole('button', { name: 'Receipt' }).first().click();
    await sidebar.getByRole('list', { name: 'Receipt' }).waitFor();

    await press(sidebar, 'Debit 1 credit');
    await press(sidebar, 'Confirm');
    await see(sidebar, '1 credit is debited.');
    await waitForCredit(ticketId, 'debited');
    await keep(page, 'return-and-debit');
  });

  it('approves a return that a colleague asked for, and nobody approves their own', async () => {
    const { page, sidebar, ticketId } = await askTech('credits@client.test', 'debited');
    const before = await readFigure(sidebar);
    await press(sidebar, 'Return for another reason');
    await press(sidebar, 'Out of scope');
    await see(sidebar, 'A colleague has to approve.');
    await press(sidebar, 'Confirm');
    await see(sidebar, 'Asked. Another agent has to approve: the credit is returned then.');
    const own = sidebar.getByRole('button', { name: 'Approve the return', disabled: true });
    await own.waitFor();
    expect((await care().readTicket(ticketId)).tags).toContain('credit_debited');
    await keep(page, 'approval-asked-for');

    const admin = await openPage(String(ticketId), 'admin@agent.test');
    await see(admin.sidebar, 'Carol Reyes asked on');
    await press(admin.sidebar, 'Approve the return');
    await press(admin.sidebar, 'Confirm');
    await see(admin.sidebar, 'The return is approved: the credit is returned.');
    await waitForCredit(ticketId, 'refunded');
    expect(await readFigure(admin.sidebar)).toBe(before + 1);
    await press(admin.sidebar, 'History');
    await see(admin.sidebar, 'by Carol Reyes, approved by Ada Marsh');
    await keep(admin.page, 'approve');
  });

  it('R4: says that a follow-up is a new problem, which then costs a credit of its own', async () => {
    const first = await zendeskAs(playground, 'credits@client.test').askTech();
    await waitForCredit(first, 'debited');
    await care().call('PUT', `/api/v2/tickets/${first}.json`, { ticket: { status: 'solved' } });
    await control(playground.zendeskUrl, '/_control/close', { tickets: [first] });
    const { ticket } = (await care().call('POST', '/api/v2/tickets.json', {
      ticket: { via_followup_source_id: first, comment: { body: 'And another thing.' } },
    })) as { ticket: { id: number } };
    const { page, sidebar } = await openPage(String(ticket.id));
    await see(sidebar, `Goes on with ticket ${first}: one problem, one credit.`);
    const before = await readFigure(sidebar);

    await press(sidebar, 'This is a new problem');
    await see(sidebar, `The ticket no longer goes on with ticket ${first}`);
    await press(sidebar, 'Confirm');
    await see(sidebar, 'The ticket is a problem of its own.');
    await waitFor(
      () => readFigure(sidebar),
      (figure) => figure === before - 1,
    );
    expect((await waitForAnswered(ticket.id, 'new_problem')).tags).toContain('credit_debited');
    await keep(page, 'new-problem');
  });

  it('has a held ticket checked again, which is charged once the client is in billing', async () => {
    const { page, sidebar, ticketId } = await askTech('unknown@client.test', 'held');
    await press(sidebar, 'Check again');
    await see(sidebar, 'Checked again: nothing has changed yet.');
    await waitForAnswered(ticketId, 'recheck');
    await control(playground.billmanagerUrl, '/_control/seed', {
      clients: [{ email: 'unknown@client.test', name: 'Keller Hosting', spent: '120.00' }],
    });
    await press(sidebar, 'Check again');
    await see(sidebar, 'Checked again.');
    await see(sidebar, '1 credit debited');
    await waitForCredit(ticketId, 'debited');
    await keep(page, 'recheck');
  });

  it('waives the ticket of a client without credits', async () => {
    const { page, sidebar, ticketId } = await askTech('empty@client.test', 'held');
    await press(sidebar, 'Waive');
    await press(sidebar, 'Confirm');
    await see(sidebar, 'The ticket is waived.');
    await waitForCredit(ticketId, 'waived');
    await keep(page, 'waive');
  });

  it('links one of two accounts, and the ticket is charged to it', async () => {
    const { page, sidebar, ticketId } = await askTech('two@client.test', 'held');
    await sidebar.getByRole('button', { name: /^Link Twin Oaks Reselling/ }).click();
    await sidebar.getByRole('button', { name: /^Confirm: link Twin Oaks Reselling/ }).click();
    await see(sidebar, '1 credit debited');
    await see(sidebar, 'linked account');
    await waitForCredit(ticketId, 'debited');
    await keep(page, 'link');
  });
});

describe('a ticket that is still being written', () => {
  it('shows what its requester has and what it would cost, before it exists and once it does', async () => {
    const { page, sidebar } = await openPage('new/1');
    await see(sidebar, 'No requester yet');
    await page.getByLabel('Another requester').fill('nearly@client.test');
    await page.getByRole('button', { name: 'Choose' }).click();
    await see(sidebar, "This takes the client's last credit.");
    expect(await readFigure(sidebar)).toBe(1);
    await page.screenshot({ path: join(PICTURES, 'new-ticket.png') });

    await page.getByLabel('Support line').selectOption('tech');
    await page.getByLabel('Subject').fill('Called by telephone');
    await page.getByLabel('Reply', { exact: true }).fill('The panel does not start.');
    await page.getByRole('button', { name: 'Submit as New' }).click();
    await page.waitForURL(/\/agent\/tickets\/\d+$/);
    const saved = await findSidebar(page);
    await see(saved, '1 credit debited');
    expect(await readFigure(saved)).toBe(0);
    await keep(page, 'new-ticket-saved');
  });
});

describe('what an admin does on the page in the navigation bar', () => {
  const openAdminPage = async () => {
    const page = await browser.newPage({
      viewport: { width: 1366, height: 1200 },
      permissions: ['clipboard-read'],
    });
    await page.goto(`${playground.zendeskUrl}/agent/nav/support-credits?as=admin@agent.test`);
    const frame = await findSidebar(page);
    return {
      page,
      frame,
      choose: (tab: string) => frame.getByRole('tab', { name: tab, exact: true }).click(),
    };
  };

  it('comes from what waits to its ticket, tries what would be decided, and reads and copies a report', async () => {
    const held = await zendeskAs(playground, 'empty@client.test').askTech();
    const debited = await zendeskAs(playground, 'credits@client.test').askTech();
    await Promise.all([waitForCredit(held, 'held'), waitForCredit(debited, 'debited')]);

    const { page, frame, choose } = await openAdminPage();
    await choose('To do');
    await frame.getByRole('button', { name: /^Held: wait for credits/ }).click();
    await frame.getByRole('button', { name: `Ticket ${held}`, exact: true }).click();
    await page.waitForURL(`**/agent/tickets/${held}`);
    await page.close();

    const again = await openAdminPage();
    await again.choose('Dry run');
    await again.frame.getByLabel('Number of the ticket').fill(String(debited));
    await press(again.frame, 'Try it');
    await see(again.frame, '1 credit debited: a problem for technical support');
    const deciding = again.frame.getByRole('listitem').filter({ hasText: /decides$/ });
    expect(await deciding.textContent()).toContain('Is this problem charged');
    await again.page.screenshot({ path: join(PICTURES, 'admin-dry-run.png') });

    await again.choose('Reports');
    const debits = again.frame.getByRole('table').getByRole('row').last().getByRole('cell').first();
    // The name of the number, which only narrow pages show, stands before it.
    expect(Number(await debits.evaluate((cell) => cell.lastChild?.textContent))).toBeGreaterThan(0);
    await again.frame.locator('canvas').waitFor();
    expect(await again.frame.locator('canvas').evaluate(hasInk)).toBe(true);
    await again.page.screenshot({ path: join(PICTURES, 'admin-reports.png') });
    await press(again.frame, 'Copy as CSV');
    await see(again.frame, 'The rows are copied as CSV.');
    const sheet = await again.page.evaluate(() => navigator.clipboard.readText());
    expect(sheet).toMatch(/^day,debits,waivers,refunds,.*\r?\n\d{4}-\d\d-\d\d,\d/);
    await again.page.close();
  });
});

/** Whether anything was drawn. */
function hasInk(element: Element): boolean {
  const canvas = element as HTMLCanvasElement;
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  return data.some((value) => value !== 0);
}
