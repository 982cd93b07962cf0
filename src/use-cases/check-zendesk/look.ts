import { say } from '../../domain/setup/saying';
import type { DeskStep } from '../../domain/setup/steps';
import { AdapterError } from '../ports/AdapterError';
import { sayFailure } from '../ports/sayFailure';
import type { DeskFinding, Judgement } from './judgement';

/** A helpdesk that fails in the middle of a step is a finding like any other; then there is nothing to judge. */
export async function* look<Seen>(
  step: DeskStep,
  read: () => Promise<Seen>,
): AsyncGenerator<Judgement, Seen | undefined> {
  try {
    return await read();
  } catch (error) {
    yield toProblem(step, error);
    return undefined;
  }
}

/** What went wrong outside as a finding; a defect of our own is thrown on. */
export function toProblem(step: DeskStep, error: unknown): DeskFinding {
  if (!(error instanceof AdapterError)) throw error;
  const problem = { step, verdict: 'problem', found: [sayFailure(error)], change: [] } as const;
  if (error.code !== 'zendesk_unauthorized') return problem;
  return {
    ...problem,
    change: [say(step === 'sign-in' ? 'sign_in_check_client' : 'sign_in_needs_admin')],
  };
}
