import { AdapterError } from '../../use-cases/ports/AdapterError';
import type { Unexplained } from '../../use-cases/ports/sweepMemory';
import { buildRebuild } from '../../use-cases/rebuild/buildRebuild';
import type { Rebuild } from '../../use-cases/rebuild/buildRebuild';
import { reportUnexplained } from '../../use-cases/reportUnexplained';
import { sweepTickets } from '../../use-cases/sweepTickets';
import type { SweepCounts } from '../../use-cases/sweepTickets';
import { buildSweepProgress } from './buildSweepProgress';
import type { SweepProgress } from './buildSweepProgress';
import type { Terminal } from './buildTerminal';
import { describeCommandError } from './describeCommandError';
import { describeRebuild, isComplete } from './describeRebuild';
import type { SweepCommand, SweepCommandDeps } from './operatorCommand';
import { readTime } from './readOption';
import { UsageError } from './UsageError';

/** Ten million tickets: only an export that never ends is longer. */
const MAX_PAGES = 100_000;

/** Zendesk withholds its newest minute and starts no export in it (zendesk-openapi.json, `start_time`). */
const WITHHELD_MS = 60_000;

/**
 * `support-credits sweep`: asks for a look at every ticket that changed, to the newest change; 0 when it came so far. The
 * looks themselves are taken by the running bridge. With `--rebuild`, what the tickets' audits tell of debits, waivers and
 * refunds is brought back before; 0 only when all of it could be.
 */
export const sweep: SweepCommand = {
  needs: 'sweep',
  summary:
    'have every ticket looked at that changed since the last sweep, or since a time; rebuild a lost ledger',
  usage: 'support-credits sweep [--from TIME [--rebuild]]',
  options: { from: { type: 'string' }, rebuild: { type: 'boolean' } },
  prepare(values, terminal) {
    const from = values['from'] === undefined ? undefined : readTime(values, 'from');
    const isRebuild = values['rebuild'] === true;
    if (isRebuild && from === undefined) {
      throw new UsageError(
        '--rebuild wants --from: a time before the first credit was ever taken, such as that of the installation.',
      );
    }
    return async (deps) => {
      if (from !== undefined && Date.parse(from) > deps.clock.now().getTime() - WITHHELD_MS) {
        terminal.say('--from wants a time that is at least a minute ago.\n');
        return 2;
      }
      const progress = buildSweepProgress(terminal, deps.clock.now());
      const rebuild = isRebuild ? await openRebuild(deps, terminal, progress) : undefined;
      return runSweep(deps, terminal, progress, { from, rebuild });
    };
  },
};

async function openRebuild(
  { openRestore, wait }: SweepCommandDeps,
  terminal: Terminal,
  progress: SweepProgress,
): Promise<Rebuild> {
  return buildRebuild(await openRestore(), (ms, code) => {
    progress.end();
    terminal.say(`${code}: waiting ${Math.ceil(ms / 1_000)} s before it is tried again.\n`);
    return wait(ms);
  });
}

type Plan = { from: string | undefined; rebuild: Rebuild | undefined };

async function runSweep(
  deps: SweepCommandDeps,
  terminal: Terminal,
  progress: SweepProgress,
  { from, rebuild }: Plan,
): Promise<number> {
  let reachedAt = from;
  try {
    const { end, ...counts } = await sweepTickets(deps, {
      maxPages: MAX_PAGES,
      ...(from === undefined ? {} : { from }),
      ...(rebuild === undefined ? {} : { beforeLooks: rebuild.takePage }),
      onPage: ({ tickets }, soFar) => {
        reachedAt = tickets.at(-1)?.changedAt ?? reachedAt;
        progress.show(tickets, describeSoFar(soFar, rebuild));
      },
      wait: (ms) => {
        progress.end();
        terminal.say(`Zendesk asks to wait ${Math.ceil(ms / 1_000)} s: it gives ten pages a minute.\n`);
        return deps.wait(ms);
      },
    });
    progress.end();
    await terminal.write(`${describeCounts(counts)}\n`);
    if (rebuild !== undefined) await terminal.write(describeRebuild(rebuild.report));
    await terminal.write(`${describeUnexplained(await reportUnexplained(deps))}\n`);
    if (end !== 'caught_up')
      terminal.say('The newest change was not reached: run the command again later.\n');
    return end === 'caught_up' && (rebuild === undefined || isComplete(rebuild.report)) ? 0 : 1;
  } catch (error) {
    if (rebuild === undefined || !(error instanceof AdapterError)) throw error;
    progress.end();
    await terminal.write(describeRebuild(rebuild.report));
    terminal.say(`${describeCommandError(error)}\nGo on with --from ${reachedAt} --rebuild.\n`);
    return 1;
  }
}

function describeSoFar({ ticketCount, lookCount }: SweepCounts, rebuild: Rebuild | undefined): string {
  if (rebuild === undefined) return `${ticketCount} tickets, ${lookCount} looks`;
  const { debits, waivers, refunds } = rebuild.report;
  return `${ticketCount} tickets, ${debits + waivers + refunds} entries brought back`;
}

function describeCounts({ pageCount, ticketCount, lookCount }: SweepCounts): string {
  return `Pages swept: ${pageCount}; changed tickets seen: ${ticketCount}; looks queued: ${lookCount}.`;
}

function describeUnexplained({ count, ticketIds }: Unexplained): string {
  if (count === 0) return 'No ticket of technical support is unexplained.';
  const more = count > ticketIds.length ? ' …' : '';
  return `Unexplained tickets of technical support: ${count} (${ticketIds.join(', ')}${more}).`;
}
