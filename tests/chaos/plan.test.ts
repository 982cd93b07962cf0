import { planChaos } from './plan/planChaos';
import { describePlan } from './report/describePlan';

describe('the plan of a run', () => {
  it('is the same for the same seed, to the letter, and another one for another seed', () => {
    const plan = describePlan(planChaos({ seed: '7', ticketCount: 100 }));
    expect(describePlan(planChaos({ seed: '7', ticketCount: 100 }))).toBe(plan);
    expect(describePlan(planChaos({ seed: '8', ticketCount: 100 }))).not.toBe(plan);
  });

  it('lets everything go wrong that there is, in the order of time, within the run', () => {
    const { disturbances } = planChaos({ seed: '7', ticketCount: 2_000 });
    const kinds = new Set(disturbances.map(({ what }) => what.kind));
    expect([...kinds].sort()).toEqual([
      'billing',
      'billing_act',
      'bridge_killed',
      'bridge_stopped',
      'client_linked',
      'clock',
      'database_cut',
      'database_killed',
      'database_stopped',
      'defect_tagged',
      'defect_untagged',
      'webhooks',
      'zendesk_api',
    ]);
    for (const [index, { from, to }] of disturbances.entries()) {
      expect(from).toBeGreaterThanOrEqual(disturbances[index - 1]?.from ?? 0);
      expect(to).toBeGreaterThanOrEqual(from);
      expect(to).toBeLessThanOrEqual(1);
    }
  });

  it('has every kind of client in a small run, and every kind of deed in one of 200', () => {
    const { clients } = planChaos({ seed: '7', ticketCount: 40 });
    expect(clients.some(({ accounts }) => accounts.length === 2)).toBe(true);
    expect(clients.some(({ isVerified }) => !isVerified)).toBe(true);
    expect(clients.some(({ colleagueOf }) => colleagueOf !== undefined)).toBe(true);
    expect(clients.some(({ accounts }) => accounts[0]?.partnerLevel !== undefined)).toBe(true);
    const { lives } = planChaos({ seed: '7', ticketCount: 200 });
    const deeds = new Set(lives.flatMap(({ steps }) => steps.map(({ deed }) => deed.kind)));
    expect(deeds.size).toBe(20);
  });
});
