import { planChaos } from './plan/planChaos';
import { describeFinding } from './report/describeFinding';
import { runChaos } from './runChaos';

jest.setTimeout(300_000);

/** Few, so that it fits into the tests; `npm run chaos` plays as many as are wanted. */
const TICKETS = 30;

const silent = { say: () => undefined, show: () => undefined };

describe('tickets whose webhooks, billing, database and bridges fail', () => {
  it('end as the rules say, each explained, none charged or returned twice', async () => {
    const result = await runChaos(planChaos({ seed: 'npm test', ticketCount: TICKETS }), {
      progress: silent,
      signal: AbortSignal.timeout(240_000),
    });
    expect(result.findings.map((finding) => describeFinding(result, finding))).toEqual([]);
    expect(result.outcome.entries.some(({ kind }) => kind === 'debit')).toBe(true);
    expect(result.outcome.tickets.size).toBeGreaterThanOrEqual(TICKETS);
  });
});
