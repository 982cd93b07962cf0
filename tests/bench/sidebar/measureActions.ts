import type { Browser } from 'playwright-core';
import { startPlayground } from '../../e2e/startPlayground';
import { sendMail, waitFor, zendeskAs } from '../../e2e/zendeskAs';
import type { Figure } from '../figure';
import { quantile } from '../figure';

/**
 * From confirming to the result on screen, with the whole playground on this machine: a ticket is handed over and back
 * again and again, so every action moves a credit.
 */
export async function measureActions(browser: Browser, runs: number): Promise<Figure> {
  const playground = await startPlayground();
  try {
    const ticketId = await sendMail(playground, 'credits@client.test');
    const agent = zendeskAs(playground, 'care@agent.test');
    await waitFor(
      () => agent.readTicket(ticketId),
      (ticket) => ticket.tags.includes('credit_free'),
    );
    const page = await browser.newPage({ viewport: { width: 1366, height: 1000 } });
    await page.goto(`${playground.zendeskUrl}/agent/tickets/${ticketId}?as=care@agent.test`);
    await page.waitForSelector('iframe');
    const sidebar = await (await page.$('iframe'))?.contentFrame();
    if (!sidebar) throw new Error('The agent page shows no app.');
    const tookMs: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const isOver = run % 2 === 0;
      const name = isOver ? 'Hand over to technical support' : 'Hand back to client care';
      const result = isOver ? 'The ticket is with technical support.' : 'The ticket is with client care.';
      await sidebar.getByRole('button', { name }).click();
      const confirm = sidebar.getByRole('button', { name: 'Confirm' });
      await confirm.waitFor();
      const startedAt = performance.now();
      await confirm.click();
      await sidebar.getByText(result).first().waitFor();
      tookMs.push(performance.now() - startedAt);
    }
    await page.close();
    return {
      what: 'action to result on screen, p95, simulators local',
      unit: 'ms',
      measured: quantile(tookMs, 0.95),
      target: { atMost: 1_500 },
      runs,
    };
  } finally {
    await playground.stop();
  }
}
