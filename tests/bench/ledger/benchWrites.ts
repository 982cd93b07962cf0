import type { Pool } from 'pg';
import type { Ledger } from '../../../src/use-cases/ports/ledger';
import { median, quantile } from '../figure';
import type { Figure } from '../figure';
import { measureLatency } from '../measureLatency';
import { measureRate } from '../measureRate';
import { createFloor, debitFloor } from './floor';
import { lookAtTicket } from './lookAtTicket';

const ACCOUNTS = 1_000;
const CALLERS = 50;
const OFFERED_PER_SECOND = 200;

type Bench = {
  pool: Pool;
  ledger: Ledger;
  runs: number;
  seconds: number;
  progress(message: string): void;
};

/** Debits and refunds per second and how long a debit takes, product and floor in turn on the same server. */
export async function benchWrites(bench: Bench): Promise<Figure[]> {
  const { progress, pool } = bench;
  progress(`Filling ${ACCOUNTS} accounts ...`);
  await createFloor(pool, ACCOUNTS);
  await Promise.all(
    Array.from({ length: ACCOUNTS }, (_, index) =>
      lookAtTicket(bench.ledger, {
        ticketId: `fill-${index}`,
        billingAccountId: `account-${index + 1}`,
        line: 'sales',
      }),
    ),
  );
  const spread = buildTurns(bench, (index) => (index % ACCOUNTS) + 1);
  const hot = buildTurns(bench, () => 1);
  const rates = { spread: [], spreadFloor: [], hot: [], hotFloor: [], refunds: [] } as Record<
    string,
    number[]
  >;
  const waits: Latencies = { own: [], floor: [] };
  const closed = { callers: CALLERS, seconds: bench.seconds };
  const open = { perSecond: OFFERED_PER_SECOND, seconds: bench.seconds };
  for (let run = 1; run <= bench.runs; run += 1) {
    progress(`Writing, run ${run} of ${bench.runs} ...`);
    rates.spreadFloor?.push(await measureRate({ ...closed, work: spread.debitOnFloor }));
    rates.spread?.push(await measureRate({ ...closed, work: spread.debit }));
    rates.refunds?.push(await measureRate({ ...closed, work: spread.refund }));
    rates.hotFloor?.push(await measureRate({ ...closed, work: hot.debitOnFloor }));
    rates.hot?.push(await measureRate({ ...closed, work: hot.debit }));
    waits.floor.push(await measureLatency({ ...open, work: spread.debitOnFloor }));
    waits.own.push(await measureLatency({ ...open, work: spread.debit }));
  }
  return toFigures(rates, waits, bench.runs);
}

type Latencies = { own: number[][]; floor: number[][] };

/** Each call takes the next ticket; refunds take debited tickets, oldest first, until none is left. */
function buildTurns({ pool, ledger }: Bench, accountOf: (index: number) => number) {
  const prefix = `${Math.random().toString(36).slice(2)}-`;
  const debited: { ticketId: string; billingAccountId: string }[] = [];
  let tickets = 0;
  let refunded = 0;
  const expectState = async (wanted: string, look: Parameters<typeof lookAtTicket>[1]) => {
    const state = await lookAtTicket(ledger, look);
    if (state !== wanted) throw new Error(`Ticket ${look.ticketId} is ${state}, not ${wanted}.`);
  };
  return {
    async debitOnFloor() {
      tickets += 1;
      await debitFloor(pool, accountOf(tickets), `${prefix}${tickets}`);
      return true;
    },
    async debit() {
      tickets += 1;
      const ticket = { ticketId: `${prefix}${tickets}`, billingAccountId: `account-${accountOf(tickets)}` };
      await expectState('debited', { ...ticket, line: 'tech' });
      debited.push(ticket);
      return true;
    },
    async refund() {
      const ticket = debited[refunded];
      if (ticket === undefined) return false;
      refunded += 1;
      const action = { kind: 'refund', reason: 'hotfix' } as const;
      const command = {
        id: `audit-${ticket.ticketId}`,
        action,
        // Each caller is an agent of its own, as in life: what one person returns is decided one after another.
        actorId: `${500 + (refunded % CALLERS)}`,
        actorRole: 'agent' as const,
        actorGroupIds: [],
      };
      await expectState('refunded', { ...ticket, line: 'tech', command });
      return true;
    },
  };
}

function toFigures(rates: Record<string, number[]>, waits: Latencies, runs: number): Figure[] {
  const of = (name: string) => median(rates[name] ?? []);
  const rate = (what: string, name: string, against: string, label: string, atLeast: number): Figure => ({
    what,
    unit: '/s',
    measured: of(name),
    against: { what: label, measured: of(against) },
    ratio: of(name) / of(against),
    target: { atLeast },
    runs,
  });
  const wait = (what: string, share: number): Figure => ({
    what,
    unit: 'ms',
    measured: median(waits.own.map((each) => quantile(each, share))),
    against: { what: 'floor', measured: median(waits.floor.map((each) => quantile(each, share))) },
    runs,
  });
  return [
    rate(`debits, ${ACCOUNTS} accounts, ${CALLERS} callers`, 'spread', 'spreadFloor', 'floor', 0.6),
    rate(`debits, one hot account, ${CALLERS} callers`, 'hot', 'hotFloor', 'floor', 0.6),
    rate(`refunds, ${ACCOUNTS} accounts, ${CALLERS} callers`, 'refunds', 'spread', 'debits', 0.5),
    wait(`debit p50 at ${OFFERED_PER_SECOND}/s offered`, 0.5),
    { ...wait(`debit p99 at ${OFFERED_PER_SECOND}/s offered`, 0.99), target: { atMost: 20 } },
  ];
}
