import { say } from '../../domain/setup/saying';
import type { DeskInspection } from '../ports/deskInspection';
import type { DeskFinding, Judgement } from './judgement';
import { toProblem } from './look';

/** Mends what was found where it can be mended, and tells what came of it. */
export async function mendFound(inspection: DeskInspection, judgement: Judgement): Promise<DeskFinding> {
  const { step, found, repair } = judgement;
  if (repair === undefined) return withoutRepair(judgement);
  try {
    await inspection.mend(repair);
  } catch (error) {
    const failure = toProblem(step, error);
    return {
      step,
      verdict: 'problem',
      found: [...found, say('could_not_mend'), ...failure.found],
      change: [],
    };
  }
  return { step, verdict: 'mended', found, change: [] };
}

/** The finding alone: how it is mended is not for people. */
export function withoutRepair({ step, verdict, found, change }: Judgement): DeskFinding {
  return { step, verdict, found, change };
}
