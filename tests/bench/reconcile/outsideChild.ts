import { startBillmanager } from '../../../src/simulators/billmanager/startBillmanager';
import { startDeskOnTest } from '../../adapters/zendesk/deskOnTest';

/** What the bench may ask of the process. */
export type OutsideOrder = 'cpu' | 'told';

/**
 * Zendesk and BILLmanager, simulated, in a process of their own. Says where they answer; answers the processor time it has
 * used (ms), and how many tickets say that they are debited.
 */
async function main(): Promise<void> {
  const billmanager = await startBillmanager({ port: 0 });
  const zendesk = await startDeskOnTest();
  // A run is hours of a helpdesk in seconds: the limits would be all that it measured.
  await zendesk.call('POST', '/_control/limits', { areOn: false });
  process.on('message', (order: OutsideOrder) => {
    const { user, system } = process.cpuUsage();
    if (order === 'cpu') process.send?.((user + system) / 1_000);
    if (order === 'told') process.send?.(countTold());
  });
  process.on('disconnect', () => void zendesk.close().finally(() => process.exit(0)));
  process.send?.({ zendeskUrl: zendesk.simulator.url, billmanagerUrl: billmanager.url });

  function countTold(): number {
    return zendesk.simulator.world.tickets.filter((ticket) => ticket.tags.includes('credit_debited')).length;
  }
}

void main();
