import type { Browser, Frame, Page } from 'playwright-core';
import { openBrowser } from './browser';
import { startPlayground } from './startPlayground';
import type { Playground } from './startPlayground';
import { sendMail, waitFor, zendeskAs } from './zendeskAs';

jest.setTimeout(240_000);

let playground: Playground;
let browser: Browser;

beforeAll(async () => {
  playground = await startPlayground();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await playground?.stop();
});

/** The agent's page of a ticket, and the app's frame in it. */
async function openTicket(ticketId: number): Promise<{ page: Page; sidebar: Frame }> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 1000 } });
  await page.goto(`${playground.zendeskUrl}/agent/tickets/${ticketId}?as=care@agent.test`);
  await page.waitForSelector('iframe');
  const sidebar = await (await page.$('iframe'))?.contentFrame();
  if (!sidebar) throw new Error('The agent page shows no app.');
  return { page, sidebar };
}

const press = (sidebar: Frame, name: string) => sidebar.getByRole('button', { name, exact: true }).click();

describe('what an agent does in the sidebar', () => {
  it('R6: hands over and back, with the price said before, and leaves a draft as it is', async () => {
    const ticketId = await sendMail(playground, 'credits@client.test');
    const agent = zendeskAs(playground, 'care@agent.test');
    await waitFor(
      () => agent.readTicket(ticketId),
      (ticket) => ticket.tags.includes('credit_free'),
    );
    const { page, sidebar } = await openTicket(ticketId);
    const reply = page.locator('textarea').first();
    await reply.fill('Dear client,');

    await press(sidebar, 'Hand over to technical support');
    await sidebar.getByText("This takes 1 of the client's 4 credits.").waitFor();
    await press(sidebar, 'Confirm');
    await sidebar.getByText('The ticket is with technical support.').first().waitFor();
    await sidebar.getByText('1 credit debited', { exact: false }).first().waitFor();
    expect((await agent.readTicket(ticketId)).tags).toEqual(
      expect.arrayContaining(['tech', 'credit_debited']),
    );

    await press(sidebar, 'Hand back to client care');
    await press(sidebar, 'Confirm');
    await sidebar.getByText('The ticket is with client care.').first().waitFor();
    await sidebar.getByText('Credit returned', { exact: false }).first().waitFor();
    expect(await reply.inputValue()).toBe('Dear client,');

    // and the guide puts its text behind the draft
    await press(sidebar, 'Which line answers what');
    await press(sidebar, 'Put all of it into the reply: Technical support does not');
    await sidebar.getByText('Added to the reply, in English.').waitFor();
    expect(await reply.inputValue()).toMatch(/^Dear client,\n\nUnfortunately technical support/);
  });

  it('returns a credit for another reason, and shows its receipt', async () => {
    const ticketId = await zendeskAs(playground, 'credits@client.test').askTech();
    const { sidebar } = await openTicket(ticketId);
    await press(sidebar, 'Return for another reason');
    await press(sidebar, 'Hotfix installed');
    await press(sidebar, 'Confirm');
    await sidebar.getByText('The credit is returned.').first().waitFor();
    await press(sidebar, 'History');
    await sidebar.getByText(/^Returned: hotfix installed/).waitFor();
    await sidebar.getByRole('button', { name: 'Receipt' }).first().click();
    await sidebar.getByRole('list', { name: 'Receipt' }).waitFor();
  });

  it('links one of two accounts, and the ticket is charged to it', async () => {
    const ticketId = await zendeskAs(playground, 'two@client.test').askTech();
    const { sidebar } = await openTicket(ticketId);
    const choose = sidebar.getByRole('button', { name: /^Link Twin Oaks Reselling/ });
    await choose.click();
    await sidebar.getByRole('button', { name: /^Confirm: link Twin Oaks Reselling/ }).click();
    await sidebar.getByText('1 credit debited', { exact: false }).first().waitFor();
    await sidebar.getByText('linked account', { exact: false }).first().waitFor();
  });
});
