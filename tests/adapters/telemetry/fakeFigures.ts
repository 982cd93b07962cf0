import type { Figures } from '../../../src/use-cases/ports/figures';

/** Figures with something of everything. */
export const FIGURES: Figures = {
  queue: [{ task: 'reconcile_ticket', ready: 3, later: 1, running: 2, givenUp: 1, oldestReadySeconds: 12.5 }],
  billing: { newestSeconds: 5, oldestSeconds: 3_500 },
  work: [
    { kind: 'held', count: 4 },
    { kind: 'unexplained', count: 1 },
  ],
  pauses: [{ scope: 'account', seconds: 30 }],
  paces: [{ name: 'zendesk_ticket_updates', aheadSeconds: 2 }],
  verified: { isSound: true, endedAt: '2026-11-22T00:17:30.000Z', entryCount: 120, durationSeconds: 9 },
};
