import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Disturbance, Faults, Trouble } from '../plan/disturbance';
import { control } from '../world/control';
import type { ChaosWorld } from '../world/startChaosWorld';
import { actInBilling } from './actInBilling';
import { linkClient } from './linkClient';
import type { Stage } from './Stage';

const LOOK_PAUSE_MS = 20;
const DAY_MS = 86_400_000;

type Moment = { at: number; isBegin: boolean; disturbance: Disturbance };

/**
 * Lets what the plan wants go wrong when so much of the run is done as it says; comes back when everything of it is over
 * and the world is whole again. `readShare` tells how far the lives are, 0 to 1.
 */
export async function direct(stage: Stage, readShare: () => number, signal: AbortSignal): Promise<void> {
  const { disturbances } = stage.plan;
  const moments = disturbances
    .flatMap((disturbance): Moment[] => [
      { at: disturbance.from, isBegin: true, disturbance },
      { at: disturbance.to, isBegin: false, disturbance },
    ])
    .sort((one, other) => one.at - other.at);
  const going = new Set<Disturbance>();
  const starts: Promise<void>[] = [];
  for (const { at, isBegin, disturbance } of moments) {
    while (readShare() < at) await sleep(LOOK_PAUSE_MS, undefined, { signal });
    if (isBegin) going.add(disturbance);
    else going.delete(disturbance);
    await apply(stage, disturbance.what, isBegin, { going, starts });
  }
  await Promise.all(starts);
}

type Course = { going: ReadonlySet<Disturbance>; starts: Promise<void>[] };

async function apply(
  stage: Stage,
  what: Trouble,
  isBegin: boolean,
  { going, starts }: Course,
): Promise<void> {
  const { world } = stage;
  switch (what.kind) {
    case 'bridge_killed':
    case 'bridge_stopped': {
      const bridge = world.bridges[what.bridge];
      if (isBegin) await bridge?.end(what.kind === 'bridge_killed' ? 'SIGKILL' : 'SIGTERM');
      // Starting takes a while, and the lives go on meanwhile.
      else if (bridge !== undefined) starts.push(bridge.start());
      return;
    }
    case 'webhooks':
    case 'zendesk_api':
      await control(world.zendeskUrl, 'faults', {
        seed: stage.plan.faultSeed,
        webhooks: mergeFaults(going, 'webhooks'),
        api: mergeFaults(going, 'zendesk_api'),
      });
      return;
    case 'billing':
      await control(world.billmanagerUrl, 'faults', mergeFaults(going, 'billing'));
      return;
    case 'database_cut':
      if (isBegin) await cutDatabase(world);
      return;
    case 'database_killed':
    case 'database_stopped':
      if (isBegin) await world.database.end(what.kind === 'database_killed' ? 'killed' : 'in order');
      else await world.database.start();
      return;
    case 'billing_act':
      if (isBegin) await actInBilling(stage, what);
      return;
    case 'client_linked':
      if (isBegin) await linkClient(stage, what);
      return;
    case 'defect_tagged':
    case 'defect_untagged':
      if (isBegin) await tagDefect(stage, what);
      return;
    case 'clock':
      if (!isBegin) return;
      await control(world.zendeskUrl, 'clock', { advanceMs: what.days * DAY_MS });
      await control(world.zendeskUrl, 'close', {});
  }
}

/** By a lead, through the tags endpoint, which changes nothing else. */
async function tagDefect(
  { agents, defects }: Stage,
  { kind, defect }: { kind: 'defect_tagged' | 'defect_untagged'; defect: number },
): Promise<void> {
  const method = kind === 'defect_tagged' ? 'PUT' : 'DELETE';
  await agents.at(-1)?.call(method, `tickets/${defects[defect]}/tags`, { tags: ['software_defect'] });
}

/** Of several at a time the last one begun wins in what both say. */
function mergeFaults(going: ReadonlySet<Disturbance>, kind: 'webhooks' | 'zendesk_api' | 'billing'): Faults {
  return Object.assign({}, ...[...going].map(({ what }) => (what.kind === kind ? what.faults : {})));
}

/** Nothing is cut while the server is away. */
async function cutDatabase({ database }: ChaosWorld): Promise<void> {
  const client = new Client({ connectionString: database.url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`,
    );
    await client.end();
  } catch {
    return;
  }
}
