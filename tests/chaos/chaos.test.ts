import { planChaos } from './plan/planChaos';
import { describeFinding } from './report/describeFinding';
import { runChaos } from './runChaos';

jest.setTimeout(300_000);

const silent = { say: () => undefined, show: () => undefined };

describe('40 tickets whose webhooks, billing, database and bridges fail', () => {
  it('end as the rules say, each explained, none charged or returned twice', async () => {
    const result = await runChaos(planChaos({ seed: 'npm test', ticketCount: 40 }), {
      progress: silent,
      signal: AbortSignal.timeout(240_000),
    });
    expect(result.findings.map((finding) => describeFinding(result, finding))).toEqual([]);
    expect(result.outcome.entries.some(({ kind }) => kind === 'debit')).toBe(true);
    expect(result.outcome.entries.some(({ kind }) => kind === 'refund')).toBe(true);
    expect(result.outcome.tickets.size).toBe(40);
  });
});
