import type { SimInstallation } from '../entities/SimInstallation';
import type { SimJob } from '../entities/SimJob';
import type { IdCounters } from './IdSource';
import type { World } from './World';

/** The collections that are kept on disk; those that an older file does not have start empty. */
const KEPT = [
  'users',
  'groups',
  'groupMemberships',
  'tickets',
  'comments',
  'audits',
  'jobs',
  'mails',
  'ticketFields',
  'ticketForms',
  'userFields',
  'triggers',
  'triggerUses',
  'macros',
  'views',
  'webhooks',
  'invocations',
] as const;
type Kept = (typeof KEPT)[number];
type ItemsOf<Name extends Kept> = ReturnType<World[Name]['all']>;

/** The world as it is kept on disk. A file from before an app could be installed twice holds one `installation`. */
export type WorldSnapshot = {
  counters: IdCounters;
  installations?: SimInstallation[];
  installation?: SimInstallation | null;
} & { [Name in Kept]?: ItemsOf<Name> };

export function toSnapshot(world: World): WorldSnapshot {
  const kept = Object.fromEntries(KEPT.map((name) => [name, world[name].all()]));
  return { counters: world.ids.counters(), installations: world.installations(), ...kept };
}

export function restoreSnapshot(world: World, snapshot: WorldSnapshot): void {
  world.ids.restore(snapshot.counters);
  const { installations, installation } = snapshot;
  world.replaceInstallations(installations ?? (installation ? [installation] : []));
  for (const name of KEPT) restore(world, name, snapshot);
  world.jobs.replaceAll(world.jobs.all().map(toEndedJob));
}

/** What a job still had to do is not in the snapshot: one that was not over has failed. */
function toEndedJob(job: SimJob): SimJob {
  const isOver = job.status === 'completed' || job.status === 'failed';
  return isOver ? job : { ...job, status: 'failed', message: 'The account was stopped meanwhile' };
}

function restore<Name extends Kept>(world: World, name: Name, snapshot: WorldSnapshot): void {
  const collection = world[name] as { replaceAll(items: unknown[]): void };
  collection.replaceAll(snapshot[name] ?? []);
}
