import type { Shares } from './shareMeter';
import { settleTickets } from './settleTickets';
import type { Side } from './settleTickets';
import type { Outside } from './startOutside';

/** Tickets that are left out: the process is still being compiled. */
const WARM_UP = 20;

/** Where the time of one ticket goes, in ms, while one job runs at a time; from its webhook until nothing is left to do. */
export async function measureShares(
  side: Side,
  outside: Outside,
  ticketIds: readonly string[],
): Promise<Shares> {
  const { bridge } = side;
  const [warmUp, measured] = [ticketIds.slice(0, WARM_UP), ticketIds.slice(WARM_UP)];
  await settleTickets(side, outside, warmUp);
  await bridge.rest();
  await bridge.readShares();
  await settleTickets(side, outside, measured);
  const shares = await bridge.readShares();
  await bridge.rest();
  const perTicket = (ms: number) => ms / measured.length;
  return {
    ownMs: perTicket(shares.ownMs),
    databaseMs: perTicket(shares.databaseMs),
    outsideMs: perTicket(shares.outsideMs),
    idleMs: perTicket(shares.idleMs),
  };
}
