import { toProblem } from '../../../src/domain/tickets/toProblem';

const CLOSED_AT = '2026-10-23T12:00:00.000Z';
const followed = { problemId: 'zt_3', closedAt: CLOSED_AT, isOfSameClient: true };
const policy = { followUpFreeDays: 30 };

describe('R4: the problem of a follow-up', () => {
  it.each([
    ['at once', '2026-10-23T12:00:00.000Z', 'zt_3'],
    ['a millisecond before 30 days are over', '2026-11-22T11:59:59.999Z', 'zt_3'],
    ['after 30 days', '2026-11-22T12:00:00.000Z', 'zt_8'],
  ])('R4: is that of the ticket before it when made in time: %s', (_, createdAt, problem) => {
    expect(toProblem({ id: '8', createdAt }, followed, policy)).toBe(problem);
  });

  it('R4: is its own for another client', () => {
    const ticket = { id: '8', createdAt: CLOSED_AT };
    expect(toProblem(ticket, { ...followed, isOfSameClient: false }, policy)).toBe('zt_8');
  });

  it('R4: is its own where the policy gives no days', () => {
    expect(toProblem({ id: '8', createdAt: CLOSED_AT }, followed, { followUpFreeDays: 0 })).toBe('zt_8');
  });
});
