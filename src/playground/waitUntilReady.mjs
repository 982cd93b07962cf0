import { UserError } from './UserError.mjs';

const POLL_MS = 50;
const ANSWER_TIMEOUT_MS = 2_000;

/**
 * Comes back when `isReady` resolves to true. Throws a UserError with the part's last words when it ends before, or is
 * not ready after `timeoutMs`.
 * @param {import('./startPart.mjs').Part} part
 * @param {() => Promise<boolean>} isReady
 * @param {number} timeoutMs
 */
export async function waitUntilReady(part, isReady, timeoutMs) {
  const deadline = Date.now() + timeoutMs;
  while (!(await isReady())) {
    if (!part.isRunning()) throw failure(part, 'ended instead of starting');
    if (Date.now() > deadline) throw failure(part, `is not ready after ${timeoutMs / 1000} s`);
    await new Promise((done) => setTimeout(done, POLL_MS));
  }
}

/**
 * Whether the address answers 200 now.
 * @param {string} url
 */
export async function answers(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS) })).ok;
  } catch {
    return false;
  }
}

/**
 * @param {import('./startPart.mjs').Part} part
 * @param {string} what
 */
export function failure(part, what) {
  const words = part.lastLines().map((line) => `  [${part.name}] ${line}`);
  return new UserError([...words, `The ${part.name} process ${what}.`].join('\n'));
}
