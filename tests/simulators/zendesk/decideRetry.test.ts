import { decideRetry } from '../../../src/simulators/zendesk/webhooks/decideRetry';
import type { AttemptOutcome } from '../../../src/simulators/zendesk/webhooks/decideRetry';

const DELAYS = { retryDelayMs: 10, retryAfterUnitMs: 1000 };
const answer = (status: number, retryAfter: string | null = null): AttemptOutcome => ({
  kind: 'answer',
  status,
  retryAfter,
});

describe('decideRetry', () => {
  it.each<[string, AttemptOutcome, number, number | undefined]>([
    ['repeats a 409 up to three times', answer(409), 2, 10],
    ['gives a 409 up after three repeats', answer(409), 3, undefined],
    ['repeats a 503 after its Retry-After', answer(503, '5'), 0, 5000],
    ['repeats a 429 after its Retry-After', answer(429, '59'), 0, 59_000],
    ['gives up when Retry-After is a minute', answer(429, '60'), 0, undefined],
    ['gives up on a 503 without Retry-After', answer(503), 0, undefined],
    ['gives up when Retry-After is not a number', answer(503, 'tomorrow'), 0, undefined],
    ['repeats a time-out up to five times', { kind: 'timeout' }, 4, 10],
    ['gives a time-out up after five repeats', { kind: 'timeout' }, 5, undefined],
    ['does not repeat a 500', answer(500), 0, undefined],
    ['does not repeat a success', answer(200), 0, undefined],
    ['does not repeat what cannot be reached', { kind: 'unreachable' }, 0, undefined],
  ])('%s', (_fact, outcome, retries, expected) => {
    expect(decideRetry(outcome, retries, DELAYS)).toBe(expected);
  });
});
