import { compareWithStaff } from '../../../src/domain/shadow/compareWithStaff';
import type { StaffNote, Verdict } from '../../../src/domain/shadow/compareWithStaff';
import type { CreditState } from '../../../src/domain/tickets/creditState';

const noted = (value?: string): StaffNote => ({ kind: 'noted', value });
const GONE: StaffNote = { kind: 'gone' };

describe('what shadow mode would have done against what staff noted', () => {
  it.each<[CreditState, StaffNote, Verdict]>([
    ['debited', noted('1'), 'alike'],
    ['debited', noted(), 'only_shadow'],
    ['debited', noted('false'), 'only_shadow'],
    ['free', noted(), 'alike'],
    ['free', noted('true'), 'only_staff'],
    ['waived', noted('0'), 'alike'],
    ['refunded', noted('no'), 'alike'],
    ['refunded', noted('charged'), 'only_staff'],
    ['held', noted('true'), 'open'],
    ['pending', noted(), 'open'],
    ['debited', GONE, 'open'],
  ])('%s, %j: %s', (state, note, verdict) => {
    expect(compareWithStaff(state, note, undefined).verdict).toBe(verdict);
  });

  it('believes only the values that were named, where some were', () => {
    const values = ['taken'];
    expect(compareWithStaff('debited', noted('taken'), values).verdict).toBe('alike');
    expect(compareWithStaff('debited', noted('maybe'), values).verdict).toBe('only_shadow');
    expect(compareWithStaff('free', noted('1'), values).isTakenByStaff).toBe(false);
  });
});
