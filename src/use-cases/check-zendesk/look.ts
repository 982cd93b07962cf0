import { say } from '../../domain/setup/saying';
import type { Saying } from '../../domain/setup/saying';
import type { DeskStep } from '../../domain/setup/steps';
import { AdapterError } from '../ports/AdapterError';
import { sayFailure } from '../ports/sayFailure';
import type { DeskFinding, Judgement } from './judgement';

/** Nobody answers, or something else than Zendesk. */
const ELSEWHERE = ['zendesk_unavailable', 'zendesk_unexpected_answer'];

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
  return { step, verdict: 'problem', found: [sayFailure(error)], change: toChange(step, error.code) };
}

function toChange(step: DeskStep, code: string): Saying[] {
  if (code === 'zendesk_unauthorized')
    return [say(step === 'sign-in' ? 'sign_in_check_client' : 'sign_in_needs_admin')];
  return step === 'sign-in' && ELSEWHERE.includes(code) ? [say('sign_in_check_address')] : [];
}
