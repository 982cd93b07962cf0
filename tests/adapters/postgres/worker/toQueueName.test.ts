import { toQueueName } from '../../../../src/adapters/postgres/worker/toQueueName';

describe('toQueueName', () => {
  it('always gives a ticket the same queue, also after an update of the product', () => {
    expect(toQueueName('reconcile_ticket', '7')).toBe('reconcile_ticket:27');
    expect(toQueueName('reconcile_ticket', '35436')).toBe('reconcile_ticket:27');
  });

  it('spreads ten thousand tickets over 32 queues of each kind, evenly', () => {
    const counts = new Map<string, number>();
    for (let id = 1; id <= 10_000; id += 1) {
      const name = toQueueName('reconcile_ticket', String(id));
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    expect(counts.size).toBe(32);
    expect(Math.min(...counts.values())).toBeGreaterThan(200);
  });

  it('leaves jobs that wait for a place few queues, so that looks at tickets find a worker', () => {
    const countQueues = (job: string) =>
      new Set(Array.from({ length: 1_000 }, (_, id) => toQueueName(job, String(id)))).size;
    expect(countQueues('refresh_account')).toBe(4);
    expect(countQueues('bring_ticket_in_line')).toBe(4);
    expect(countQueues('bring_requester_in_line')).toBe(2);
  });

  it('never puts jobs of two kinds into one queue', () => {
    expect(toQueueName('bring_ticket_in_line', '7')).not.toBe(toQueueName('reconcile_ticket', '7'));
  });
});
