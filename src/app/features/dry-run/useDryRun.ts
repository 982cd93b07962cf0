import { useRef, useState } from 'react';
import type { DryRun, DryRunRequest } from '../../../contract/dryRun';
import type { BridgeFailure } from '../../api/BridgeError';
import { toFailure } from '../../shared/reading/toFailure';

/** Asks what would be decided; rejects with BridgeError. */
export type TryDecision = (request: DryRunRequest) => Promise<DryRun>;

/** How the last asking ended. */
type Outcome = { kind: 'decided'; result: DryRun } | { kind: 'failed'; failure: BridgeFailure };

/** One asking at a time: pressing twice asks once. What was answered before stands until the next answer. */
export function useDryRun(tryDecision: TryDecision) {
  const [outcome, setOutcome] = useState<Outcome>();
  const [isBusy, setIsBusy] = useState(false);
  const isUnderWay = useRef(false);
  const ask = async (request: DryRunRequest) => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setIsBusy(true);
    try {
      setOutcome({ kind: 'decided', result: await tryDecision(request) });
    } catch (error) {
      setOutcome({ kind: 'failed', failure: toFailure(error) ?? 'bridge_unreachable' });
    }
    setIsBusy(false);
    isUnderWay.current = false;
  };
  return { outcome, isBusy, ask };
}
