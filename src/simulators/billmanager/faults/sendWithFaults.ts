import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import type { Faults } from './parseFaults';
import { BROKEN_PAGE, LOGIN_PAGE } from './strangePages';

/**
 * Sends an answer the way these faults bend it, and returns the status that went out: 0 for none at all.
 * `closing` ends a delay, so that a slow answer does not outlive the simulator.
 */
export async function sendWithFaults(
  reply: FastifyReply,
  answer: { text: string; type: string },
  faults: Faults,
  closing: AbortSignal,
): Promise<number> {
  if (faults.delayMs !== undefined) {
    await wait(faults.delayMs, undefined, { signal: closing }).catch(() => undefined);
  }
  if (faults.hang === true || closing.aborted) {
    // Nobody will answer; the socket goes when the caller gives up or the simulator closes.
    reply.hijack();
    return 0;
  }
  if (faults.status !== undefined) {
    await reply.code(faults.status).type('text/html; charset=utf-8').send(BROKEN_PAGE);
    return faults.status;
  }
  if (faults.html === true) {
    await reply.type('text/html; charset=utf-8').send(LOGIN_PAGE);
    return 200;
  }
  const { text, type } = answer;
  await reply.type(type).send(faults.truncate === true ? text.slice(0, text.length / 2) : text);
  return 200;
}
