import type { AxiosResponse } from 'axios';
import { BridgeError } from './BridgeError';
import { toBridgeError } from './toBridgeError';

/** A schema of the contract, as far as reading an answer needs one. */
type AnswerSchema<Answer> = {
  safeParse(data: unknown): { success: true; data: Answer } | { success: false; error: unknown };
};

/** Asks the bridge and parses what it answers with the contract. Rejects with {@link BridgeError}. */
export async function readFromBridge<Answer>(
  ask: Promise<AxiosResponse<unknown>>,
  schema: AnswerSchema<Answer>,
): Promise<Answer> {
  const answer = await ask.catch((failure: unknown) => {
    throw toBridgeError(failure);
  });
  const parsed = schema.safeParse(answer.data);
  if (!parsed.success) throw new BridgeError('answer_not_understood', parsed.error);
  return parsed.data;
}
