import type { DeskInspection } from '../ports/deskInspection';
import type { DeskFinding, Judgement } from './judgement';
import { toProblem } from './look';

/** Mends what was found where it can be mended, and tells what came of it. */
export async function mendFound(inspection: DeskInspection, judgement: Judgement): Promise<DeskFinding> {
  if (judgement.repair === undefined) return toFinding(judgement);
  try {
    await inspection.mend(judgement.repair);
  } catch (error) {
    const { found } = toProblem(judgement.step, error);
    return {
      step: judgement.step,
      verdict: 'problem',
      found: `${judgement.found} It could not be mended: ${found}`,
    };
  }
  return { step: judgement.step, verdict: 'mended', found: judgement.found };
}

/** The finding alone: how it is mended is not for people. */
export function toFinding({ step, verdict, found, change }: Judgement): DeskFinding {
  return { step, verdict, found, ...(change === undefined ? {} : { change }) };
}
