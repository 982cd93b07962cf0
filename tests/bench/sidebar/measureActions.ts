import type { Browser } from 'playwright-core';
import { startPlayground } from '../../e2e/startPlayground';
import type { Playground } from '../../e2e/startPlayground';
import { sendMail, waitFor, zendeskAs } from '../../e2e/zendeskAs';
import type { Figure } from '../figure';
import { quantile } from '../figure';

/**
 * From confirming to the result on screen, with the whole playground on this machine: tickets are handed over and back, so
 * every action moves a credit. Each ticket is used twice, since Zendesk bounds how often one may be updated.
 */
export async function measureActions(browser: Browser, tickets: number): Promise<Figure> {
  const playground = await startPlayground();
  try {
    const tookMs: number[] = [];
    for (let ticket = 0; ticket < tickets; ticket += 1) {
      tookMs.push(...(await handOverAndBack(browser, playground)));
    }
    return {
      what: 'action to result on screen, p95, simulators local',
      unit: 'ms',
      measured: quantile(tookMs, 0.95),
      target: { atMost: 1_500 },
      runs: tookMs.length,
    };
  } finally {
    await playground.stop();
  }
}

async function handOverAndBack(browser: Browser, playground: Playground): Promise<number[]> {
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
  for (const [name, result] of [
    ['Hand over to technical support', 'The ticket is with technical support.'],
    ['Hand back to client care', 'The ticket is with client care.'],
  ] as const) {
    await sidebar.getByRole('button', { name }).click();
    const confirm = sidebar.getByRole('button', { name: 'Confirm' });
    await confirm.waitFor();
    const startedAt = performance.now();
    await confirm.click();
    await sidebar.getByText(result).first().waitFor();
    tookMs.push(performance.now() - startedAt);
  }
  await page.close();
  return tookMs;
}
