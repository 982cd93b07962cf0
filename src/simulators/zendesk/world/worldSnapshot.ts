import type { SimAudit } from '../entities/SimAudit';
import type { SimComment } from '../entities/SimComment';
import type { SimInstallation } from '../entities/SimInstallation';
import type { SimInvocation } from '../entities/SimInvocation';
import type { SimJob } from '../entities/SimJob';
import type { SimTicket } from '../entities/SimTicket';
import type { SimTicketField } from '../entities/SimTicketField';
import type { SimTrigger } from '../entities/SimTrigger';
import type { SimUser } from '../entities/SimUser';
import type { SimUserField } from '../entities/SimUserField';
import type { SimWebhook } from '../entities/SimWebhook';
import type { IdCounters } from './IdSource';
import type { World } from './World';

/** The world as it is kept on disk. */
export type WorldSnapshot = {
  counters: IdCounters;
  installation: SimInstallation | null;
  users: SimUser[];
  tickets: SimTicket[];
  comments: SimComment[];
  audits: SimAudit[];
  /** Absent from what was saved before there were jobs. */
  jobs?: SimJob[];
  ticketFields: SimTicketField[];
  userFields: SimUserField[];
  triggers: SimTrigger[];
  webhooks: SimWebhook[];
  invocations: SimInvocation[];
};

export function toSnapshot(world: World): WorldSnapshot {
  return {
    counters: world.ids.counters(),
    installation: world.installation() ?? null,
    users: world.users.all(),
    tickets: world.tickets.all(),
    comments: world.comments.all(),
    audits: world.audits.all(),
    jobs: world.jobs.all(),
    ticketFields: world.ticketFields.all(),
    userFields: world.userFields.all(),
    triggers: world.triggers.all(),
    webhooks: world.webhooks.all(),
    invocations: world.invocations.all(),
  };
}

export function restoreSnapshot(world: World, snapshot: WorldSnapshot): void {
  world.ids.restore(snapshot.counters);
  world.setInstallation(snapshot.installation ?? undefined);
  world.users.replaceAll(snapshot.users);
  world.tickets.replaceAll(snapshot.tickets);
  world.comments.replaceAll(snapshot.comments);
  world.audits.replaceAll(snapshot.audits);
  world.jobs.replaceAll((snapshot.jobs ?? []).map(toEndedJob));
  world.ticketFields.replaceAll(snapshot.ticketFields);
  world.userFields.replaceAll(snapshot.userFields);
  world.triggers.replaceAll(snapshot.triggers);
  world.webhooks.replaceAll(snapshot.webhooks);
  world.invocations.replaceAll(snapshot.invocations);
}

/** What a job still had to do is not in the snapshot: one that was not over has failed. */
function toEndedJob(job: SimJob): SimJob {
  const isOver = job.status === 'completed' || job.status === 'failed';
  return isOver ? job : { ...job, status: 'failed', message: 'The account was stopped meanwhile' };
}
