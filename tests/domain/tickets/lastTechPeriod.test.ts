import type { Line } from '../../../src/domain/line/line';
import { readLastTechPeriod } from '../../../src/domain/tickets/lastTechPeriod';

const at = (minute: number) => `2026-11-22T12:${String(minute).padStart(2, '0')}:00Z`;
const change = (minute: number, line: Line | undefined, actorId = '500') => ({
  line,
  at: at(minute),
  actorId,
});
const read = (lineChanges: ReturnType<typeof change>[], ...replies: number[]) =>
  readLastTechPeriod({ lineChanges, agentReplies: replies.map((minute) => ({ at: at(minute) })) });

describe('R6: the last time on technical support', () => {
  it('R6: is unknown of a ticket that never was there', () => {
    expect(read([change(0, 'sales'), change(3, undefined)], 1)).toBeUndefined();
  });

  it('R6: knows a reply between hand-over and hand-back, and who handed the ticket over', () => {
    const changes = [change(0, 'sales', '900'), change(5, 'tech', '501'), change(9, 'sales', '502')];
    expect(read(changes, 7)).toEqual({ handedOverBy: '501', wasAnswered: true });
  });

  it.each([
    ['before the hand-over', 4],
    ['in the change that hands it over', 5],
    ['in the change that hands it back', 9],
    ['after the hand-back', 10],
  ])('R6: counts no reply of client care: %s', (_, minute) => {
    const changes = [change(0, 'sales'), change(5, 'tech'), change(9, 'sales')];
    expect(read(changes, minute)?.wasAnswered).toBe(false);
  });

  it('R6: looks at the last time only', () => {
    const changes = [
      change(1, 'tech', '501'),
      change(4, 'sales'),
      change(6, 'tech', '502'),
      change(9, 'sales'),
    ];
    expect(read(changes, 2)).toEqual({ handedOverBy: '502', wasAnswered: false });
  });

  it('R6: takes a line that is set to the same once more for no hand-over', () => {
    const changes = [change(1, 'tech', '501'), change(5, 'tech', '502'), change(9, 'sales')];
    expect(read(changes, 3)).toEqual({ handedOverBy: '501', wasAnswered: true });
  });

  it('R6: a ticket that is still there is answered by any reply since', () => {
    expect(read([change(1, 'tech')], 2)?.wasAnswered).toBe(true);
  });
});
