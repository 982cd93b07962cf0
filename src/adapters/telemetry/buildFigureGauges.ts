import { Gauge } from 'prom-client';
import type { Registry } from 'prom-client';
import type { Figures } from '../../use-cases/ports/figures';

/** Shows figures, or that there are none: numbers of a database that cannot be asked would be old ones. */
export type FigureGauges = { show(figures: Figures | undefined): void };

/** What the database says of the whole bridge. Every replica shows the same, so take the highest, not the sum. */
export function buildFigureGauges(registry: Registry): FigureGauges {
  const [labelled, plain] = [buildLabelled(registry), buildPlain(registry)];
  const gauges = { ...labelled, ...plain };
  return {
    show(figures) {
      Object.values(labelled).forEach((gauge) => gauge.reset());
      // One without labels would be 0 after a reset, and 0 is a statement too.
      Object.values(plain).forEach((gauge) => gauge.remove());
      gauges.up.set(figures === undefined ? 0 : 1);
      if (figures === undefined) return;
      showQueue(gauges, figures);
      figures.work.forEach(({ kind, count }) => gauges.work.set({ kind }, count));
      figures.pauses.forEach(({ scope, seconds }) => gauges.pause.set({ scope }, seconds));
      figures.paces.forEach(({ name, aheadSeconds }) => gauges.pace.set({ pace: name }, aheadSeconds));
      showBilling(gauges, figures);
      showVerified(gauges, figures);
    },
  };
}

type Gauges = ReturnType<typeof buildLabelled> & ReturnType<typeof buildPlain>;

function showQueue({ jobs, oldestJob }: Gauges, { queue }: Figures): void {
  for (const { task, ready, later, running, givenUp, oldestReadySeconds } of queue) {
    jobs.set({ task, state: 'ready' }, ready);
    jobs.set({ task, state: 'later' }, later);
    jobs.set({ task, state: 'running' }, running);
    jobs.set({ task, state: 'given_up' }, givenUp);
    oldestJob.set({ task }, oldestReadySeconds);
  }
}

function showBilling({ newest, oldest }: Gauges, { billing }: Figures): void {
  if (billing === undefined) return;
  newest.set(billing.newestSeconds);
  oldest.set(billing.oldestSeconds);
}

function showVerified(gauges: Gauges, { verified }: Figures): void {
  if (verified === undefined) return;
  gauges.sound.set(verified.isSound ? 1 : 0);
  gauges.verifiedAt.set(Date.parse(verified.endedAt) / 1_000);
  gauges.verifiedEntries.set(verified.entryCount);
  gauges.verifySeconds.set(verified.durationSeconds);
}

const describe = (help: string) => `${help} From the database: the same at every replica.`;

function buildLabelled(registry: Registry) {
  const gauge = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Gauge({ name: `support_credits_${name}`, help: describe(help), labelNames, registers: [registry] });
  return {
    jobs: gauge('queue_jobs', 'Jobs that could run now, run later, run, or were given up.', [
      'task',
      'state',
    ]),
    oldestJob: gauge('queue_oldest_job_age_seconds', 'How long the oldest job that could run has waited.', [
      'task',
    ]),
    work: gauge('work_items', 'Tickets that wait or that somebody has to look at, by kind.', ['kind']),
    pause: gauge('request_pause_seconds', 'How long Zendesk still wants not to be asked, by what for.', [
      'scope',
    ]),
    pace: gauge('request_pace_ahead_seconds', 'How far ahead the places of a pace are taken; 0: all free.', [
      'pace',
    ]),
  };
}

function buildPlain(registry: Registry) {
  const gauge = (name: string, help: string) =>
    new Gauge({ name: `support_credits_${name}`, help: describe(help), registers: [registry] });
  return {
    up: gauge('database_up', 'Whether these figures could be read: 1 or 0.'),
    newest: gauge('billing_newest_reading_age_seconds', 'How long ago any account was last read.'),
    oldest: gauge('billing_oldest_reading_age_seconds', 'The age of the oldest data of billing.'),
    sound: gauge('ledger_sound', 'Whether the last proof of the whole ledger held: 1 or 0.'),
    verifiedAt: gauge('ledger_verified_timestamp_seconds', 'When the last proof of the whole ledger ended.'),
    verifiedEntries: gauge('ledger_verified_entries', 'How many entries the last proof went through.'),
    verifySeconds: gauge('ledger_verify_duration_seconds', 'How long the last proof took, pauses included.'),
  };
}
