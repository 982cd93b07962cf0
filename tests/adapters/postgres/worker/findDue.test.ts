import { parseCrontab } from 'graphile-worker';
import { findDue } from '../../../../src/adapters/postgres/worker/findDue';

const toMinute = (time: string) => Date.parse(`2026-11-22T${time}:00Z`) / 60_000;

const ITEMS = parseCrontab(
  ['* * * * * sweep_tickets', '7 * * * * expire_grants', '17 23 * * * verify_ledger ?fill=12h'].join('\n'),
);

const due = (seen: string, now: string, isFirst = false) =>
  findDue(ITEMS, { seen: toMinute(seen), now: toMinute(now), isFirst }).map(({ item, minute }) => [
    item.task,
    new Date(minute * 60_000).toISOString().slice(11, 16),
  ]);

describe('findDue', () => {
  it('finds the lines whose minute has come', () => {
    expect(due('10:06', '10:07')).toEqual([
      ['sweep_tickets', '10:07'],
      ['expire_grants', '10:07'],
    ]);
  });

  it('finds nothing a second time in the same minute', () => {
    expect(due('10:07', '10:07')).toEqual([]);
  });

  it('makes up for one of several that were missed', () => {
    expect(due('08:30', '10:20')).toEqual([
      ['sweep_tickets', '10:20'],
      ['expire_grants', '10:07'],
    ]);
  });

  it('makes up at the start for what a line wants to be made up for, and for nothing else', () => {
    expect(due('23:40', '23:40', true)).toEqual([['verify_ledger', '23:17']]);
    expect(due('11:40', '11:40', true)).toEqual([]);
  });
});
