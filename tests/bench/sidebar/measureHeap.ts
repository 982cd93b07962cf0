import type { Browser, Page } from 'playwright-core';
import { buildView } from '../../app/buildView';
import { runHost } from '../../screens/hostScript';
import type { HostAnswers } from '../../screens/hostScript';
import { openSidebar, serveApp } from '../../screens/openSidebar';
import { buildAnswers } from '../../screens/states';
import type { Figure } from '../figure';

/** Tickets after which everything that is made once is there. */
const WARM_UP = 10;

/**
 * How the heap grows while an agent works through a queue in one tab of Zendesk, which loads the sidebar's frame anew for
 * each ticket, in a page that lives on: after ten tickets to warm up, against after all of them. Each ticket is another one
 * with a client of its own, and its history is opened. Garbage is collected before each reading.
 */
export async function measureHeap(browser: Browser, tickets: number): Promise<Figure> {
  const context = await browser.newContext({ viewport: { width: 320, height: 900 } });
  await serveApp(context);
  const { page } = await openSidebar(context, buildAnswers(buildView()));
  const session = await context.newCDPSession(page);
  const readHeap = async () => {
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  };
  await startHost(page);
  for (let ticket = 1; ticket <= WARM_UP; ticket += 1) await openAndClose(page, ticket);
  const before = await readHeap();
  for (let ticket = 1; ticket <= tickets; ticket += 1) await openAndClose(page, WARM_UP + ticket);
  const after = await readHeap();
  await context.close();
  return {
    what: `heap after opening and closing ${tickets} tickets, against after ${WARM_UP}`,
    unit: 'MB',
    measured: after / 1e6,
    against: { what: `after ${WARM_UP}`, measured: before / 1e6 },
    ratio: after / before,
    target: { atMost: 1.1 },
    runs: 1,
  };
}

/** Starts a host in the page whose answers can be changed afterwards: Zendesk shows one ticket after another. */
async function startHost(page: Page): Promise<void> {
  await page.reload();
  const answers = JSON.stringify(buildAnswers(buildView()));
  await page.addScriptTag({
    content: `window.answers = ${answers}; (${runHost.toString()})(window.answers);`,
  });
}

/** Shows the ticket, opens its client's history, and takes the frame away again. */
async function openAndClose(page: Page, ticket: number): Promise<void> {
  await page.evaluate(
    ({ id, answers: changed }) => {
      const { answers } = window as unknown as { answers: HostAnswers };
      Object.assign(answers, changed);
      const query = `origin=${encodeURIComponent(location.origin)}&app_guid=guid&ticket=${id}`;
      document.querySelector('iframe')!.src = `/assets/iframe.html?${query}`;
    },
    { id: ticket, answers: answersFor(ticket) },
  );
  const sidebar = page.frameLocator('iframe');
  await sidebar.getByText(`Client ${ticket}`).waitFor();
  await sidebar.locator('h2 button').first().click();
  await sidebar.getByRole('listitem').first().waitFor();
  await page.evaluate(() => {
    document.querySelector('iframe')!.src = 'about:blank';
  });
  await sidebar.locator('main').waitFor({ state: 'detached' });
}

function answersFor(ticket: number): HostAnswers {
  const id = String(ticket);
  const identity = {
    kind: 'client',
    grade: 'verified_email',
    billingAccountId: id,
    accountName: `Client ${id}`,
  } as const;
  const answers = buildAnswers(buildView({ identity, ticket: { id } }));
  return { ...answers, context: { ...answers.context, ticketId: ticket } };
}
