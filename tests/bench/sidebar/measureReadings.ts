import type { Browser } from 'playwright-core';
import { buildView } from '../../app/buildView';
import { openSidebar, serveApp } from '../../screens/openSidebar';
import { buildAnswers } from '../../screens/states';
import type { Figure } from '../figure';

/**
 * How the heap grows while one living sidebar is shown one ticket after another, as when an agent works through a queue
 * in one tab: after ten tickets to warm up, against after all of them, garbage collected before each reading.
 */
export async function measureReadings(browser: Browser, readings: number): Promise<Figure> {
  const context = await browser.newContext({ viewport: { width: 320, height: 900 } });
  await serveApp(context);
  const { page, frame } = await openSidebar(context, buildAnswers(buildView()));
  const session = await context.newCDPSession(page);
  const readHeap = async () => {
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  };
  const show = async (ticket: number) => {
    await page.evaluate((id) => {
      (window as unknown as { fire: (event: string, data: unknown) => void }).fire(
        'api_notification.support_credits_changed',
        { ticketIds: [String(id)], billingAccountIds: ['1042'] },
      );
    }, ticket);
    await frame.locator('h2 button').last().click();
  };
  await frame.locator('h2 button').last().waitFor();
  for (let ticket = 0; ticket < 10; ticket += 1) await show(ticket);
  await page.waitForTimeout(500);
  const before = await readHeap();
  for (let ticket = 0; ticket < readings; ticket += 1) await show(ticket);
  await page.waitForTimeout(500);
  const after = await readHeap();
  await context.close();
  return {
    what: `heap after ${readings} readings of one living sidebar, against after 10`,
    unit: 'MB',
    measured: after / 1e6,
    against: { what: 'after 10', measured: before / 1e6 },
    ratio: after / before,
    target: { atMost: 1.1 },
    runs: 1,
  };
}
