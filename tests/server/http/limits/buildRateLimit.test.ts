import { buildRateLimit } from '../../../../src/server/http/limits/buildRateLimit';

function open(perMinute: number) {
  let nowMs = 1_000_000;
  const limit = buildRateLimit(perMinute, { now: () => new Date(nowMs) });
  return { limit, pass: (ms: number) => (nowMs += ms) };
}

describe('buildRateLimit', () => {
  it('lets as many pass in a minute, then says when to come back, and which was the first too many', () => {
    const { limit, pass } = open(2);
    expect([limit.take('a'), limit.isReached('a'), limit.take('a'), limit.isReached('a')]).toEqual([
      undefined,
      false,
      undefined,
      true,
    ]);
    pass(20_500);
    expect(limit.take('a')).toEqual({ retryAfterSeconds: 40, isFirst: true });
    expect(limit.take('a')).toEqual({ retryAfterSeconds: 40, isFirst: false });
    pass(39_500);
    expect([limit.isReached('a'), limit.take('a')]).toEqual([false, undefined]);
  });

  it('counts each key by itself', () => {
    const { limit } = open(1);
    expect([limit.take('a'), limit.take('b'), limit.take('a')?.isFirst]).toEqual([
      undefined,
      undefined,
      true,
    ]);
  });

  it('forgives when the clock is set back', () => {
    const { limit, pass } = open(1);
    limit.take('a');
    pass(-3_600_000);
    expect(limit.take('a')).toBeUndefined();
    expect(limit.take('a')?.retryAfterSeconds).toBe(60);
  });

  it('holds ten thousand keys and forgets the oldest, so that nobody can fill the memory', () => {
    const { limit } = open(1);
    for (let key = 0; key < 10_000; key += 1) limit.take(String(key));
    expect(limit.take('9999')).toBeDefined();
    limit.take('one more');
    expect(limit.isReached('0')).toBe(false);
    expect(limit.isReached('1')).toBe(true);
  });
});
