import { join } from 'node:path';
import { control } from '../../chaos/world/control';
import { startChild } from '../startChild';
import type { OutsideOrder } from './outsideChild';

/** Technical tickets as they were just submitted, each of a client of its own who has one credit. */
export type NewTickets = { ticketIds: string[]; billingAccountIds: string[] };

/** The simulators in a process of their own. */
export type Outside = {
  addresses: { zendeskUrl: string; billmanagerUrl: string };
  /** Adds so many clients to both, and a ticket of each. */
  openTickets(count: number): Promise<NewTickets>;
  /** Tickets that say that they are debited, and the processor time of the process so far. */
  countTold(): Promise<number>;
  readCpuMs(): Promise<number>;
  stop(): Promise<void>;
};

/** So many in one call, whose body stays small. */
const SEED_SIZE = 1_000;

/** Starts them, without any limits. */
export async function startOutside(): Promise<Outside> {
  const child = await startChild(join(__dirname, 'outsideChild.ts'), {});
  const addresses = child.ready as Outside['addresses'];
  const ask = async (order: OutsideOrder) => (await child.ask(order)) as number;
  return {
    addresses,
    async openTickets(count) {
      const opened: NewTickets = { ticketIds: [], billingAccountIds: [] };
      while (opened.ticketIds.length < count) {
        const some = await openSome(addresses, Math.min(SEED_SIZE, count - opened.ticketIds.length));
        opened.ticketIds.push(...some.ticketIds);
        opened.billingAccountIds.push(...some.billingAccountIds);
      }
      return opened;
    },
    countTold: () => ask('told'),
    readCpuMs: () => ask('cpu'),
    stop: () => child.stop(),
  };
}

async function openSome(
  { zendeskUrl, billmanagerUrl }: Outside['addresses'],
  count: number,
): Promise<NewTickets> {
  const { clients } = (await control(billmanagerUrl, 'seed', { clientCount: count })) as {
    clients: { email: string; accountId: string }[];
  };
  const { tickets } = (await control(zendeskUrl, 'seed', {
    users: clients.map(({ email }) => ({ email })),
    tickets: clients.map(({ email }) => ({ requester: email, fields: { support_line: 'tech' } })),
  })) as { tickets: number[] };
  return { ticketIds: tickets.map(String), billingAccountIds: clients.map(({ accountId }) => accountId) };
}
