import type { Policy } from '../../domain/policy/policy';
import { AdapterError } from '../ports/AdapterError';
import { INSPECTION_STEPS } from '../ports/billingInspection';
import type { BillingInspection, Finding, InspectionStep } from '../ports/billingInspection';
import type { BillingSource } from '../ports/billingSource';
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
export async function* checkBilling(deps: CheckBillingDeps, email?: string): AsyncGenerator<Finding> {
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
async function tell(step: InspectionStep, look: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await look();
  } catch (error) {
    return [toProblem(step, error)];
  }
}

async function* tellEach(step: InspectionStep, findings: AsyncIterable<Finding>): AsyncGenerator<Finding> {
  try {
    yield* findings;
  } catch (error) {
    yield toProblem(step, error);
  }
}

function toProblem(step: InspectionStep, error: unknown): Finding {
  if (!(error instanceof AdapterError)) throw error;
  return { step, verdict: 'problem', found: `${error.message}.` };
}

function listSkipped(after: InspectionStep): Finding[] {
  const steps = INSPECTION_STEPS.slice(INSPECTION_STEPS.indexOf(after) + 1);
  return steps.map((step) => ({ step, verdict: 'skipped', found: `Not looked at: «${after}» comes first.` }));
}
