import { fuzzCommandLine } from './fuzzCommandLine';
import { fuzzRoutes } from './fuzzRoutes';

jest.setTimeout(60_000);

/** Chosen once; `npm run fuzz` draws another one each time. */
const SEED = 8_310;

/** Code that is compiled late counts as heap too. */
const MAX_GROWTH_BYTES = 20 * 1024 * 1024;

describe('wild input', () => {
  it('never breaks, hangs, grows or opens a route, and every refusal is one of the contract', async () => {
    const { faults, statuses, heap } = await fuzzRoutes({ requests: 400, seed: SEED });
    expect(faults).toEqual([]);
    // It reached what lies behind the proofs, and was refused for each of the reasons.
    expect(Object.keys(statuses)).toEqual(expect.arrayContaining(['200', '400', '401', '403', '404']));
    expect(heap.end - heap.half).toBeLessThan(MAX_GROWTH_BYTES);
  });

  it('on the command line is understood, or answered with the usage', async () => {
    const { faults, understood } = await fuzzCommandLine({ lines: 1_000, seed: SEED });
    expect(faults).toEqual([]);
    expect(understood).toBeGreaterThan(20);
  });
});
