import { errorBodySchema } from '../../../src/contract/errorBody';
import { toReader } from './makeProofs';
import type { RawAnswer } from './sendRaw';
import type { WildRequest } from './wildRequest';

/** Whatever tells of the inside: a trace, a statement, a path of the host. */
const INSIDE = /\n\s+at |node_modules|\bselect\b.+\bfrom\b|support_credits\.|\/src\/|FST_|SyntaxError|zod/i;

/** What was the matter while a request was sent. */
export type Surroundings = { isBillingDown: boolean; secrets: readonly string[] };

/** What is wrong with an answer, in one sentence; undefined when it is as it should be. */
export function findFault(request: WildRequest, answer: RawAnswer, around: Surroundings): string | undefined {
  if (answer.isHung) return 'it was not answered in time';
  // The connection may be cut while more is sent than anybody asked for; whatever was answered then is lost on the way.
  if (answer.status === 0) return request.body.length > 60_000 ? undefined : 'it was not answered at all';
  if (answer.status === 502 && around.isBillingDown) return undefined;
  if (answer.status >= 500) return `it was answered with ${answer.status}: ${answer.body}`;
  if (answer.status < 400 && !mayRead(request))
    return `it was answered with ${answer.status} without a proof`;
  const secret = around.secrets.find(
    (each) => each !== '@fuzz.test' && `${answer.head}${answer.body}`.includes(each),
  );
  if (secret !== undefined) return 'its answer holds a secret';
  if (answer.status < 400) return undefined;
  if (INSIDE.test(answer.body)) return `its answer tells of the inside: ${answer.body}`;
  return answer.body === '' || isErrorBody(answer.body)
    ? undefined
    : `its answer is no error of the contract: ${answer.body}`;
}

/** Whether a request may be answered with what is behind its route. */
function mayRead({ route, method, target, proof }: WildRequest): boolean {
  const path = route?.path ?? target;
  const reader = toReader(proof);
  if (path.startsWith('/webhooks')) return reader === 'webhook';
  // A browser asks without a proof whether it may send one.
  if (path.startsWith('/v1/client/') && method === 'OPTIONS') return true;
  if (path.startsWith('/v1/client')) return reader === 'client' || /^\/v1\/client\/(rules|\*)/.test(path);
  if (path.startsWith('/v1/')) return reader === 'agent';
  return true;
}

function isErrorBody(body: string): boolean {
  try {
    return (
      Object.keys(JSON.parse(body) as object).join() === 'error' &&
      errorBodySchema.safeParse(JSON.parse(body)).success
    );
  } catch {
    return false;
  }
}
