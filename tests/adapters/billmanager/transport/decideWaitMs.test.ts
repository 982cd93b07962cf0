import { decideWaitMs } from '../../../../src/adapters/billmanager/transport/decideWaitMs';

const silent = { code: 'billing_unreachable', retryAfterMs: undefined };
const busy = { code: 'billing_busy', retryAfterMs: undefined };

describe('decideWaitMs', () => {
  it('grows from try to try, and by chance up to half more', () => {
    expect([1, 2].map((tries) => decideWaitMs(tries, silent, 0))).toEqual([300, 900]);
    expect([1, 2].map((tries) => decideWaitMs(tries, silent, 1))).toEqual([450, 1_350]);
  });

  it('is longer while the panel works on the request', () => {
    expect([1, 2].map((tries) => decideWaitMs(tries, busy, 0))).toEqual([2_000, 6_000]);
  });

  it('does what the outside asked for, never less', () => {
    expect(decideWaitMs(1, { ...silent, retryAfterMs: 2_000 }, 0)).toBe(2_000);
    expect(decideWaitMs(1, { ...silent, retryAfterMs: 0 }, 0)).toBe(0);
  });

  it('does not wait longer than a reading can', () => {
    expect(decideWaitMs(1, { ...silent, retryAfterMs: 10_001 }, 0)).toBeUndefined();
  });
});
