import type { Policy } from '../../domain/policy/policy';
import { toFinding } from '../../domain/setup/finding';
import { say } from '../../domain/setup/saying';
import { BILLING_STEPS } from '../../domain/setup/steps';
import type { BillingStep } from '../../domain/setup/steps';
import { AdapterError } from '../ports/AdapterError';
import type { BillingFinding, BillingInspection } from '../ports/billingInspection';
import type { BillingSource } from '../ports/billingSource';
import { sayFailure } from '../ports/sayFailure';
import { judgeCharges } from './judgeCharges';
import { judgePacks } from './judgePacks';
import { showAnyClient, showClient } from './showClient';

/** What the check looks at. */
export type CheckBillingDeps = { inspection: BillingInspection; billing: BillingSource; policy: Policy };

/**
 * Tries the real connection to billing step by step, for the person who sets it up, and tells each finding as soon as it is
 * made. Where the way in has a problem, the steps behind it are skipped; after that every step is taken, so that one run
 * names all that has to be changed. `email` names a client to show; without it nothing about any client is told.
 */
export async function* checkBilling(deps: CheckBillingDeps, email?: string): AsyncGenerator<BillingFinding> {
  const { inspection } = deps;
  for (const { step, look } of inspection.entry) {
    const findings = await tell(step, look);
    yield* findings;
    if (findings.some(({ verdict }) => verdict === 'problem')) {
      yield* listSkipped(step);
      return;
    }
  }
  yield* tellEach('rights', inspection.lookAtLists());
  yield* await tell('currencies', async () => judgeCharges(await inspection.sampleCharges(), deps.policy));
  yield* await tell('packs', async () => judgePacks(await inspection.sampleSoldPricelists(), deps.policy));
  yield* await tell('client', () => (email === undefined ? showAnyClient(deps) : showClient(deps, email)));
}

/** Billing that fails in the middle of a step is a finding like any other. */
async function tell(step: BillingStep, look: () => Promise<BillingFinding[]>): Promise<BillingFinding[]> {
  try {
    return await look();
  } catch (error) {
    return [toProblem(step, error)];
  }
}

async function* tellEach(
  step: BillingStep,
  findings: AsyncIterable<BillingFinding>,
): AsyncGenerator<BillingFinding> {
  try {
    yield* findings;
  } catch (error) {
    yield toProblem(step, error);
  }
}

function toProblem(step: BillingStep, error: unknown): BillingFinding {
  if (!(error instanceof AdapterError)) throw error;
  return toFinding(step, 'problem', sayFailure(error));
}

function listSkipped(after: BillingStep): BillingFinding[] {
  const steps = BILLING_STEPS.slice(BILLING_STEPS.indexOf(after) + 1);
  return steps.map((step) => toFinding(step, 'skipped', say('not_looked_at', { after: { step: after } })));
}
