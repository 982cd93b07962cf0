import { setMaxListeners } from 'node:events';
import { Client } from 'pg';
import { checkOutcome } from './check/checkOutcome';
import type { Finding } from './check/finding';
import type { Outcome } from './check/outcome';
import { readOutcome } from './check/readOutcome';
import type { ChaosPlan } from './plan/chaosPlan';
import { buildPace } from './play/buildPace';
import { direct } from './play/direct';
import { countSteps, playLives } from './play/playLives';
import { setStage } from './play/setStage';
import type { Stage } from './play/Stage';
import { makeWhole } from './quiet/makeWhole';
import { waitUntilQuiet } from './quiet/waitUntilQuiet';
import type { Quiet } from './quiet/waitUntilQuiet';
import type { Progress } from './report/buildProgress';
import { startChaosWorld } from './world/startChaosWorld';
import type { ChaosWorld } from './world/startChaosWorld';

/** How a run ended. The folder with the logs is there only when something was found. */
export type ChaosResult = {
  findings: Finding[];
  outcome: Outcome;
  stage: Stage;
  quiet: Quiet;
  folder: string;
};

/** How a run may be followed, and ended before its time. */
export type Run = { progress: Progress; signal: AbortSignal };

/**
 * Plays a plan to its end and looks at what came of it. Everything that was started is ended again, whatever happens. Fails
 * when `signal` is given, and when something outside the product does not do what it should.
 */
export async function runChaos(plan: ChaosPlan, run: Run): Promise<ChaosResult> {
  run.progress.say('starting a database, two simulators and two bridges');
  const world = await startChaosWorld();
  let isRight = false;
  try {
    const result = await runIn(world, plan, run);
    isRight = result.findings.length === 0;
    return result;
  } finally {
    await world.close({ keepsFolder: !isRight });
    if (!isRight) run.progress.say(`everything has ended; its logs are in ${world.folder}`);
  }
}

async function runIn(world: ChaosWorld, plan: ChaosPlan, run: Run): Promise<ChaosResult> {
  const { progress, signal } = run;
  const stage = await setStage(plan, world);
  await play(stage, run);
  await makeWhole(stage);
  const db = new Client({ connectionString: world.database.url });
  await db.connect();
  try {
    const quiet = await waitUntilQuiet(stage, db, {
      signal,
      onRound: (round) => progress.say(`settling, round ${round}`),
    });
    progress.say('reading and checking what came of it');
    const outcome = await readOutcome(stage, db, quiet);
    return { findings: checkOutcome(outcome), outcome, stage, quiet, folder: world.folder };
  } finally {
    await db.end();
  }
}

/** When either the lives or what goes wrong around them cannot go on, the other is ended too. */
async function play(stage: Stage, { progress, signal }: Run): Promise<void> {
  const total = countSteps(stage.plan.lives);
  const ending = new AbortController();
  const either = AbortSignal.any([ending.signal, signal]);
  // More than ten lives listen to it.
  setMaxListeners(0, either);
  const pace = await buildPace(stage.world.database.url);
  const readShare = () => stage.journal.doneCount / total;
  const ticking = setInterval(() => progress.show(stage.journal.doneCount, total), 200);
  const orEnd = (error: unknown) => {
    ending.abort(error);
    throw error;
  };
  try {
    await Promise.all([
      playLives(stage, pace, either).catch(orEnd),
      direct(stage, readShare, either).catch(orEnd),
    ]);
  } finally {
    clearInterval(ticking);
    await pace.stop();
    progress.show(stage.journal.doneCount, total);
  }
}
