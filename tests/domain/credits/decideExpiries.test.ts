import { applyEntry } from '../../../src/domain/credits/applyEntry';
import { decideExpiries } from '../../../src/domain/credits/decideExpiries';
import { buildGrant, NOW } from '../builders';

const BEFORE = '2026-11-22T11:59:59.999Z';
const AFTER = '2026-11-22T12:00:00.001Z';

describe('decideExpiries', () => {
  it.each([
    ['a millisecond ago', BEFORE, 1],
    ['at this very instant', NOW, 1],
    ['in a millisecond', AFTER, 0],
    ['never', undefined, 0],
  ])('books a grant that ends %s: %#', (_, expiresAt, expected) => {
    expect(decideExpiries([buildGrant({ expiresAt })], NOW)).toHaveLength(expected);
  });

  it('removes what is left of that grant and no more', () => {
    const ended = buildGrant({ key: 'ended', amountCredits: 5, remainingCredits: 2, expiresAt: BEFORE });
    const other = buildGrant({ key: 'other', amountCredits: 5, remainingCredits: 5 });
    expect(decideExpiries([other, ended], NOW)).toEqual([
      { kind: 'expiry', key: `expiry:ended:${BEFORE}`, grantKey: 'ended', amountCredits: 2 },
    ]);
  });

  it('books nothing for a grant in which nothing is left', () => {
    expect(decideExpiries([buildGrant({ remainingCredits: 0, expiresAt: BEFORE })], NOW)).toEqual([]);
  });

  it('books nothing more once it was booked, whatever the clock says then', () => {
    const grants = [buildGrant({ key: 'ended', expiresAt: NOW })];
    const after = decideExpiries(grants, NOW).reduce(applyEntry, { grants, debts: [] });
    for (const now of [BEFORE, NOW, AFTER]) expect(decideExpiries(after.grants, now)).toEqual([]);
  });

  it('books several in burn order, in whatever order the book has them', () => {
    const grants = [
      buildGrant({ key: 'c', expiresAt: NOW, isPaid: true }),
      buildGrant({ key: 'b', expiresAt: NOW }),
      buildGrant({ key: 'a', expiresAt: BEFORE }),
    ];
    for (const book of [grants, [...grants].reverse()]) {
      expect(decideExpiries(book, NOW).map(({ grantKey }) => grantKey)).toEqual(['a', 'b', 'c']);
    }
  });
});
