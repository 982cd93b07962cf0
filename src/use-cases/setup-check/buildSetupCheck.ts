import { SETUP_CHECK_LIMITS } from '../../contract/setupCheck';
import type { SetupCheck, SetupSystem } from '../../contract/setupCheck';
import type { Finding } from '../../domain/setup/finding';
import { checkBilling } from '../check-billing/checkBilling';
import type { CheckBillingDeps } from '../check-billing/checkBilling';
import { checkZendesk } from '../check-zendesk/checkZendesk';
import type { CheckZendeskDeps } from '../check-zendesk/checkZendesk';
import type { Clock } from '../ports/clock';
import type { StartTimer } from '../ports/timer';
import { collectFindings } from './collectFindings';
import { toSetupCheck } from './toSetupCheck';

/** What the check looks at, and with. */
export type SetupCheckDeps = {
  zendesk: CheckZendeskDeps;
  billing: CheckBillingDeps;
  clock: Clock;
  startTimer: StartTimer;
};

/** Who asks again within this time is given the same answer: an impatient admin must not use up the helpdesk's limits. */
const SHARED_MS = 10_000;

/** `answeredAtMs` stays in the past while there is no answer, and for ever where a defect came in its place. */
type Run = { answer: Promise<SetupCheck>; state: { isOver: boolean; answeredAtMs: number } };

/**
 * Looks at a system now, and only looks. In this process one look at a time is taken at each system, for whoever asks; one
 * that takes too long is answered with what it has found, and lasts until its last call has ended. No client is named to
 * it, so nothing of any is in it. Fails with a defect only.
 */
export function buildSetupCheck(deps: SetupCheckDeps): (system: SetupSystem) => Promise<SetupCheck> {
  const runs = new Map<SetupSystem, Run>();
  return (system) => {
    const known = runs.get(system);
    if (known !== undefined && isShared(known, deps.clock.now().getTime())) return known.answer;
    const run = start(deps, system);
    runs.set(system, run);
    return run.answer;
  };
}

function isShared({ state }: Run, nowMs: number): boolean {
  return !state.isOver || nowMs - state.answeredAtMs < SHARED_MS;
}

function start(deps: SetupCheckDeps, system: SetupSystem): Run {
  const timer = deps.startTimer(SETUP_CHECK_LIMITS.answerMs);
  const { found, over } = collectFindings(open(deps, system), timer.ended);
  const state = { isOver: false, answeredAtMs: -Infinity };
  const answer = found.then((collected) => {
    const now = deps.clock.now();
    state.answeredAtMs = now.getTime();
    const { places } = deps.zendesk.inspection;
    return toSetupCheck({ system, checkedAt: now.toISOString(), ...collected, places });
  });
  void over.then(() => {
    timer.stop();
    state.isOver = true;
  });
  return { answer, state };
}

function open({ zendesk, billing }: SetupCheckDeps, system: SetupSystem): AsyncGenerator<Finding> {
  return system === 'zendesk' ? checkZendesk(zendesk, { isRepairing: false }) : checkBilling(billing);
}
