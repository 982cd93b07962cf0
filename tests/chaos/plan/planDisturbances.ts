import type { Random } from './buildRandom';
import type { Disturbance, Trouble } from './disturbance';
import { API_FAULTS, BILLING_FAULTS, WEBHOOK_FAULTS } from './faultKinds';
import type { Counts } from './planDeed';

/** How often each goes wrong in a run of so many tickets. */
const toCounts = ({ lives }: Counts) => ({
  kills: 3 + Math.min(12, Math.floor(lives / 150)),
  outages: 2 + Math.min(5, Math.floor(lives / 400)),
  webhookStorms: 3 + Math.min(9, Math.floor(lives / 200)),
  apiStorms: 2 + Math.min(4, Math.floor(lives / 300)),
  databaseCuts: 1 + Math.min(3, Math.floor(lives / 500)),
  databaseEnds: 1 + Math.min(2, Math.floor(lives / 700)),
  links: Math.ceil(lives / 40),
  clockMoves: 2 + Math.min(2, Math.floor(lives / 800)),
  billingActs: Math.ceil(lives / 8),
});

/** How long they last, as shares of the run: so that much of it is undisturbed, whatever its size. */
const KILL_SHARE = 0.15;
const OUTAGE_SHARE = 0.25;
const WEBHOOK_SHARE = 0.4;
const API_SHARE = 0.2;
const DATABASE_SHARE = 0.06;

const LINKS = [
  [4, 'own'],
  [1, 'any'],
  [1, 'absent'],
  [2, 'none'],
] as const;

/** Draws what goes wrong around the tickets, in the order of time. */
export function planDisturbances(random: Random, counts: Counts): Disturbance[] {
  const many = toCounts(counts);
  const troubles = [
    ...planEach(random, many.kills, KILL_SHARE, () => ({
      kind: random.weighted([
        [3, 'bridge_killed'],
        [1, 'bridge_stopped'],
      ] as const),
      bridge: random.between(0, 1),
    })),
    ...planEach(random, many.outages, OUTAGE_SHARE, (index) => ({
      kind: 'billing',
      faults: pickInTurn(random, BILLING_FAULTS, index),
    })),
    ...planEach(random, many.webhookStorms, WEBHOOK_SHARE, (index) => ({
      kind: 'webhooks',
      faults: pickInTurn(random, WEBHOOK_FAULTS, index),
    })),
    ...planEach(random, many.apiStorms, API_SHARE, (index) => ({
      kind: 'zendesk_api',
      faults: pickInTurn(random, API_FAULTS, index),
    })),
    ...planEach(random, many.databaseCuts, 0, () => ({ kind: 'database_cut' })),
    ...planEach(random, many.clockMoves, 0, (index) => ({
      kind: 'clock',
      days: index === 0 ? 31 : random.between(1, 29),
    })),
    ...planEach(random, many.databaseEnds, DATABASE_SHARE, () => ({
      kind: random.pick(['database_stopped', 'database_killed'] as const),
    })),
    ...planEach(random, many.links, 0, () => ({
      kind: 'client_linked',
      client: random.between(0, counts.clients - 1),
      to: random.weighted(LINKS),
    })),
    ...planEach(random, counts.defects, 0, (defect) => ({ kind: 'defect_tagged', defect })),
    ...planEach(random, Math.floor(counts.defects / 2), 0, (index) => ({
      kind: 'defect_untagged',
      defect: index * 2,
    })),
    ...planEach(random, many.billingActs, 0, () => planAct(random, counts)),
  ];
  return troubles.sort((one, other) => one.from - other.from);
}

function planEach(
  random: Random,
  count: number,
  share: number,
  toTrouble: (index: number) => Trouble,
): Disturbance[] {
  const lasts = share / count;
  return Array.from({ length: count }, (_, index) => {
    const from = random.between(20, 920) / 1_000;
    return { from, to: Math.min(1, from + lasts), what: toTrouble(index) };
  });
}

/** Each kind comes in turn, from a start that the seed draws, so that a run does not meet one kind only. */
function pickInTurn<Item>(random: Random, items: readonly Item[], index: number): Item {
  return items[(index * 2 + random.between(0, 1)) % items.length] ?? random.pick(items);
}

function planAct(random: Random, { clients }: Counts): Trouble {
  const act = random.weighted<Record<string, string | number>>([
    [4, { action: 'buy', credits: 1 }],
    [1, { action: 'buy', credits: 5 }],
    [3, { action: 'pay', amount: '100.00' }],
    [2, { action: 'pay', amount: '37.00' }],
    [2, { action: 'return' }],
    [1, { action: 'make_partner', level: 'Silver' }],
    [1, { action: 'end_partnership' }],
  ]);
  return { kind: 'billing_act', client: random.between(0, clients - 1), act, isTold: random.chance(0.5) };
}
