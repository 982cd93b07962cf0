import {
  CUT_OFF_MS,
  decideRound,
  MAX_ROUNDS_IN_WINDOW,
  ROUNDS_WINDOW_MS,
} from '../../../src/domain/tickets/decideRound';
import type { Rounds } from '../../../src/domain/tickets/decideRound';

const START = Date.parse('2026-11-22T12:00:00.000Z');
const at = (ms: number) => new Date(START + ms).toISOString();

/** The rounds after so many writings, one every `pauseMs`. */
function write(count: number, pauseMs: number): Rounds {
  let rounds: Rounds | undefined;
  for (let round = 0; round < count; round += 1) {
    const decision = decideRound(rounds, at(round * pauseMs));
    expect(decision.kind).toBe('go');
    rounds = decision.rounds;
  }
  return rounds!;
}

describe('decideRound', () => {
  it('lets a ticket be written as often as people change it', () => {
    const everyMinute = ROUNDS_WINDOW_MS / (MAX_ROUNDS_IN_WINDOW - 1);
    expect(write(100, everyMinute)).toMatchObject({ cutOffUntil: undefined });
  });

  it('cuts a storm off once, leaves the ticket alone until then, and comes back with a new count', () => {
    const rounds = write(MAX_ROUNDS_IN_WINDOW, 1_000);
    const now = MAX_ROUNDS_IN_WINDOW * 1_000;
    const until = at(now + CUT_OFF_MS);
    const cut = decideRound(rounds, at(now));
    expect(cut).toMatchObject({ kind: 'cut_off', until, isNew: true });
    expect(decideRound(cut.rounds, at(now + 1_000))).toMatchObject({ kind: 'cut_off', until, isNew: false });
    expect(decideRound(cut.rounds, at(now + CUT_OFF_MS - 1))).toMatchObject({ kind: 'cut_off' });
    expect(decideRound(cut.rounds, at(now + CUT_OFF_MS))).toEqual({
      kind: 'go',
      rounds: { count: 1, beganAt: at(now + CUT_OFF_MS), cutOffUntil: undefined },
    });
  });

  it('stays below what Zendesk allows for one ticket, 30 in ten minutes, however the windows lie', () => {
    expect(2 * MAX_ROUNDS_IN_WINDOW).toBeLessThan(30);
    expect(CUT_OFF_MS).toBeGreaterThan(ROUNDS_WINDOW_MS);
  });

  it('begins anew when a clock ran ahead', () => {
    const ahead = { count: MAX_ROUNDS_IN_WINDOW, beganAt: at(60_000), cutOffUntil: undefined };
    expect(decideRound(ahead, at(0))).toMatchObject({ kind: 'go', rounds: { count: 1 } });
  });
});
