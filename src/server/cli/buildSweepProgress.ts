import { buildProgressBar } from './buildProgressBar';
import type { ProgressBar } from './buildProgressBar';
import type { Terminal } from './buildTerminal';
import type { ChangedTicket } from '../../use-cases/ports/changedTickets';

/** Shows how far a sweep came. */
export type SweepProgress = {
  /** `words` stand behind the time of the newest change of the page. */
  show(tickets: readonly ChangedTicket[], words: string): void;
  end(): void;
};

/** Shows how much of the time from the first change to `now` is done: how many tickets changed is not known before. */
export function buildSweepProgress(terminal: Terminal, now: Date): SweepProgress {
  let first: { ms: number; bar: ProgressBar } | undefined;
  return {
    show(tickets, words) {
      const newest = tickets.at(-1)?.changedAt;
      const oldestMs = Date.parse(tickets[0]?.changedAt ?? '');
      if (newest === undefined) return;
      first ??= { ms: oldestMs, bar: buildProgressBar(terminal, now.getTime() - oldestMs) };
      first.bar.show(Date.parse(newest) - first.ms, `until ${newest.slice(0, 16)}Z, ${words}`);
    },
    end() {
      first?.bar.end();
    },
  };
}
