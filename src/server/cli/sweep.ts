import type { ChangedTicketsPage } from '../../use-cases/ports/changedTickets';
import type { Unexplained } from '../../use-cases/ports/sweepMemory';
import { reportUnexplained } from '../../use-cases/reportUnexplained';
import { sweepTickets } from '../../use-cases/sweepTickets';
import type { SweepCounts } from '../../use-cases/sweepTickets';
import { buildProgressBar } from './buildProgressBar';
import type { ProgressBar } from './buildProgressBar';
import type { Terminal } from './buildTerminal';
import type { SweepCommand } from './operatorCommand';
import { readTime } from './readOption';

/** Ten million tickets: only an export that never ends is longer. */
const MAX_PAGES = 100_000;

/** Zendesk withholds its newest minute and starts no export in it (zendesk-openapi.json, `start_time`). */
const WITHHELD_MS = 60_000;

/**
 * `support-credits sweep`: asks for a look at every ticket that changed, to the newest change; 0 when it came so far. The
 * looks themselves are taken by the running bridge.
 */
export const sweep: SweepCommand = {
  needs: 'sweep',
  summary: 'have every ticket looked at that changed since the last sweep, or since a time',
  usage: 'support-credits sweep [--from TIME]',
  options: { from: { type: 'string' } },
  prepare(values, terminal) {
    const from = values['from'] === undefined ? undefined : readTime(values, 'from');
    return async (deps) => {
      if (from !== undefined && Date.parse(from) > deps.clock.now().getTime() - WITHHELD_MS) {
        terminal.say('--from wants a time that is at least a minute ago.\n');
        return 2;
      }
      const progress = buildSweepProgress(terminal, deps.clock.now());
      const { end, ...counts } = await sweepTickets(deps, {
        maxPages: MAX_PAGES,
        ...(from === undefined ? {} : { from }),
        onPage: progress.show,
        wait: (ms) => {
          progress.end();
          terminal.say(`Zendesk asks to wait ${Math.ceil(ms / 1_000)} s: it gives ten pages a minute.\n`);
          return deps.wait(ms);
        },
      });
      progress.end();
      await terminal.write(
        `${describeCounts(counts)}\n${describeUnexplained(await reportUnexplained(deps))}\n`,
      );
      if (end === 'caught_up') return 0;
      terminal.say('The newest change was not reached: run the command again later.\n');
      return 1;
    };
  },
};

/** Shows how much of the time from the first change to now is done: how many tickets changed is not known before. */
function buildSweepProgress(terminal: Terminal, now: Date) {
  let first: { ms: number; bar: ProgressBar } | undefined;
  return {
    show({ tickets }: ChangedTicketsPage, { ticketCount, lookCount }: SweepCounts) {
      const newest = tickets.at(-1)?.changedAt;
      const oldestMs = Date.parse(tickets[0]?.changedAt ?? '');
      if (newest === undefined) return;
      first ??= { ms: oldestMs, bar: buildProgressBar(terminal, now.getTime() - oldestMs) };
      const words = `until ${newest.slice(0, 16)}Z, ${ticketCount} tickets, ${lookCount} looks`;
      first.bar.show(Date.parse(newest) - first.ms, words);
    },
    end() {
      first?.bar.end();
    },
  };
}

function describeCounts({ pageCount, ticketCount, lookCount }: SweepCounts): string {
  return `Pages swept: ${pageCount}; changed tickets seen: ${ticketCount}; looks queued: ${lookCount}.`;
}

function describeUnexplained({ count, ticketIds }: Unexplained): string {
  if (count === 0) return 'No ticket of technical support is unexplained.';
  const more = count > ticketIds.length ? ' …' : '';
  return `Unexplained tickets of technical support: ${count} (${ticketIds.join(', ')}${more}).`;
}
