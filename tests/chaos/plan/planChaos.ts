import { buildRandom } from './buildRandom';
import type { ChaosPlan, PlannedAgent } from './chaosPlan';
import { planClients } from './planClients';
import { planDisturbances } from './planDisturbances';
import { planLife } from './planLife';

/** So many tickets ask for one credit account on average: enough that they compete for its credits. */
const TICKETS_PER_CLIENT = 6;
const FEWEST_CLIENTS = 8;

const AGENTS: readonly PlannedAgent[] = [
  ...Array.from({ length: 6 }, (_, index) => ({
    email: `agent-${index}@chaos.test`,
    name: `Agent ${index}`,
    role: 'agent' as const,
  })),
  { email: 'lead-6@chaos.test', name: 'Lead 6', role: 'admin' },
  { email: 'lead-7@chaos.test', name: 'Lead 7', role: 'admin' },
];

/** Problem tickets of the run; each is found to be a defect sooner or later, or never. */
const countDefects = (ticketCount: number) => Math.max(2, Math.ceil(ticketCount / 60));

/** Draws a whole run from its seed: pure, so the same seed and size give the same plan. */
export function planChaos({ seed, ticketCount }: { seed: string; ticketCount: number }): ChaosPlan {
  const random = buildRandom(`${seed}/${ticketCount}`);
  const clientCount = Math.max(FEWEST_CLIENTS, Math.ceil(ticketCount / TICKETS_PER_CLIENT));
  const counts = {
    clients: clientCount,
    agents: AGENTS.length,
    lives: ticketCount,
    defects: countDefects(ticketCount),
  };
  return {
    seed,
    faultSeed: random.fork('faults').between(0, 1_000_000_000),
    clients: planClients(random.fork('clients'), clientCount),
    agents: [...AGENTS],
    defectCount: counts.defects,
    lives: Array.from({ length: ticketCount }, (_, number) =>
      planLife(random.fork(`life ${number}`), number, counts),
    ),
    disturbances: planDisturbances(random.fork('disturbances'), counts),
  };
}
