import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import type { Stage } from '../play/Stage';
import { control } from '../world/control';
import { readBilling } from '../world/readBilling';
import { runCommand } from '../world/runCommand';
import { tellBridge } from '../world/tellBridge';
import { readFingerprint } from './readFingerprint';

/** More rounds than any chain of consequences needs; a world that moves for longer does not converge. */
const MOST_ROUNDS = 8;
/** A queue that does not get shorter for so long is stuck. */
const STUCK_MS = 180_000;
const POLL_MS = 500;
/** The newest minute is withheld from the sweep, so the account's clock is moved on instead of waiting for it. */
const WITHHELD_MS = 61_000;

/** How the world came to rest; `rest` is false when it still moved after the last round. */
export type Quiet = { isAtRest: boolean; rounds: number; movedIn: string[] };

/**
 * Lets everything settle by what runs in earnest: the sweep of the operator's command, news from billing, and the
 * bridge's own jobs of the minute, asked for at once instead of waited for. At rest is a world in which a round of all that
 * changed nothing any more: neither the ledger, nor a ticket, nor a requester.
 */
export async function waitUntilQuiet(
  stage: Stage,
  db: Client,
  { signal, onRound }: { signal: AbortSignal; onRound: (round: number) => void },
): Promise<Quiet> {
  const movedIn: string[] = [];
  let before = await readFingerprint(stage, db);
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    onRound(round);
    await settleOnce(stage, db, { round, signal });
    const after = await readFingerprint(stage, db);
    const moved = Object.keys(after).filter((part) => after[part] !== before[part]);
    if (moved.length === 0) return { isAtRest: true, rounds: round, movedIn };
    movedIn.push(
      `round ${round}: ${moved.map((part) => `${part} ${before[part]} -> ${after[part]}`).join(', ')}`,
    );
    before = after;
  }
  return { isAtRest: false, rounds: MOST_ROUNDS, movedIn };
}

async function settleOnce(
  { world }: Stage,
  db: Client,
  { round, signal }: { round: number; signal: AbortSignal },
): Promise<void> {
  await waitForQueue(db, signal);
  await control(world.zendeskUrl, 'clock', { advanceMs: WITHHELD_MS });
  for (const { accountId } of await readBilling(world)) await tellBridge(world, accountId);
  // The first sweep goes on where the bridge's own stopped; the later ones look at every ticket of the run again.
  const from = round === 1 ? [] : ['--from', new Date(Date.now() - 86_400_000).toISOString()];
  const { code, errors } = await runCommand(world.commandEnv, ['sweep', ...from]);
  if (code !== 0) throw new Error(`support-credits sweep ended with ${code}: ${errors}`);
  await db.query(`select graphile_worker.add_job('settle_waiting_tickets')`);
  await waitForQueue(db, signal);
}

/** What the bridge has put off is due now: the quarter of an hour of a ticket in a storm, the next try of what failed. */
async function letTimePass(db: Client): Promise<void> {
  await db.query(
    'update support_credits.ticket_states set cut_off_until = clock_timestamp() where cut_off_until > clock_timestamp()',
  );
  await db.query(
    `update graphile_worker._private_jobs set run_at = now()
      where locked_at is null and run_at > now() + interval '1 second' and attempts < max_attempts`,
  );
}

/** Waits until no job is left; none waits for a later time. */
async function waitForQueue(db: Client, signal: AbortSignal): Promise<void> {
  let fewest = Infinity;
  let deadline = 0;
  for (;;) {
    await letTimePass(db);
    const { rows } = await db.query<{ left: string }>(
      'select count(*) as left from graphile_worker._private_jobs where attempts < max_attempts',
    );
    const left = Number(rows[0]?.left);
    if (left === 0) return;
    if (left < fewest) [fewest, deadline] = [left, Date.now() + STUCK_MS];
    if (Date.now() > deadline) {
      throw new Error(`${left} jobs are left, and for ${STUCK_MS} ms none less: ${await describeJobs(db)}`);
    }
    await sleep(POLL_MS, undefined, { signal });
  }
}

async function describeJobs(db: Client): Promise<string> {
  const { rows } = await db.query(
    `select task_identifier, key, attempts, locked_at, last_error from graphile_worker.jobs order by id limit 10`,
  );
  return JSON.stringify(rows);
}
