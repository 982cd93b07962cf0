import { AdapterError } from '../ports/AdapterError';
import type { DeskStep } from '../ports/deskInspection';
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
  const problem: DeskFinding = { step, verdict: 'problem', found: `${error.message}.` };
  if (error.code !== 'zendesk_unauthorized') return problem;
  const change =
    step === 'sign-in'
      ? 'Check ZENDESK_CLIENT_ID and ZENDESK_CLIENT_SECRET; the client is of the kind «confidential», and may read and write.'
      : 'The user of the OAuth client has to be an admin, and the client may read and write.';
  return { ...problem, change };
}
