import { readFile } from 'node:fs/promises';
import type { Client } from 'pg';
import type { Stage } from '../play/Stage';
import type { Quiet } from '../quiet/waitUntilQuiet';
import { readBilling } from '../world/readBilling';
import { runCommand } from '../world/runCommand';
import type { Health, Outcome } from './outcome';
import { readLedger } from './readLedger';
import { readTickets, readUsers } from './readZendesk';

/** Reads the end of a run from every system that has a say. */
export async function readOutcome(stage: Stage, db: Client, quiet: Quiet): Promise<Outcome> {
  const { plan, fields, world } = stage;
  return {
    plan,
    fields,
    tickets: await readTickets(stage),
    users: await readUsers(stage),
    billing: await readBilling(world),
    ...(await readLedger(world, db)),
    health: await readHealth(stage, db, quiet),
  };
}

async function readHealth({ world }: Stage, db: Client, { isAtRest, movedIn }: Quiet): Promise<Health> {
  const { code, output, errors } = await runCommand(world.commandEnv, ['verify']);
  const { rows } = await db.query<{ line: string }>(
    // Without a key it was replaced by a newer job of the same ticket while it ran, and its worker then killed.
    `select concat_ws(' ', task_identifier, key, last_error) as line from graphile_worker.jobs
      where attempts >= max_attempts and key is not null`,
  );
  return {
    isAtRest,
    movedIn,
    verify: { code, output: output + errors },
    deadJobs: rows.map(({ line }) => line),
    logErrors: (await Promise.all(world.logPaths.map(readErrors))).flat(),
    unaskedEnds: world.bridges.reduce((sum, bridge) => sum + bridge.countUnasked(), 0),
  };
}

/** Failures of the outside are `warn`; `error` is a defect, or something that an operator has to mend. */
async function readErrors(path: string): Promise<string[]> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  return lines.filter((line) => /"level":"error"|"internal_error"|^\w*[Ee]rror: /.test(line));
}
