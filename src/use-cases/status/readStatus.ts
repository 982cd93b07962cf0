import type { BridgeStatus } from '../../contract/bridgeStatus';
import type { BridgeSigns, SignMemory } from '../ports/bridgeSigns';
import type { Clock } from '../ports/clock';
import { sayFailureCode } from '../ports/sayFailure';

/** What reading the status needs. `version`: of this build. */
export type ReadStatusDeps = {
  signs: SignMemory;
  clock: Clock;
  version: string;
  mode: BridgeStatus['mode'];
};

/** How the bridge fares, over all replicas. Fails with `AdapterError` when the database cannot be asked. */
export async function readStatus({ signs, clock, version, mode }: ReadStatusDeps): Promise<BridgeStatus> {
  const now = clock.now().toISOString();
  const [seen, jobs] = [await signs.readSigns(), await signs.countJobs(now)];
  return {
    version,
    mode,
    now,
    webhookAt: seen.webhookAt ?? null,
    sweep: { endedAt: seen.sweepEndedAt ?? null, reachedAt: seen.sweepReachedAt ?? null },
    jobs: { ...jobs, oldestAt: jobs.oldestAt ?? null },
    billing: toBilling(seen),
  };
}

function toBilling({ billingAnsweredAt, billingFailure }: BridgeSigns): BridgeStatus['billing'] {
  const isNeverAsked = billingAnsweredAt === undefined && billingFailure === undefined;
  const failedAt = billingFailure?.at ?? '';
  return {
    isAnswering: isNeverAsked ? null : (billingAnsweredAt ?? '') >= failedAt,
    answeredAt: billingAnsweredAt ?? null,
    failure:
      billingFailure === undefined
        ? null
        : { at: billingFailure.at, why: sayFailureCode(billingFailure.code) },
  };
}
