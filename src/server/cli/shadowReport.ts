import { VERDICTS } from '../../domain/shadow/compareWithStaff';
import type { Verdict } from '../../domain/shadow/compareWithStaff';
import { compareTickets } from '../../use-cases/shadow/compareTickets';
import { addNativeCounts } from '../../use-cases/shadow/addNativeCounts';
import type { UncountedClients } from '../../use-cases/shadow/addNativeCounts';
import { toShadowSince } from '../../use-cases/shadow/toShadowSince';
import { toShadowSheet } from '../toShadowSheet';
import type { ShadowRow } from '../toShadowSheet';
import type { ShadowCommand } from './operatorCommand';
import { readChoice, readTime } from './readOption';

/** Of the columns of the table, in order; the last one ends where it ends. */
const WIDTHS = [12, 34, 16, 7];

/**
 * `support-credits shadow-report`: what shadow mode would have done against what staff did. The table names only the tickets
 * that differ, the CSV names all of them; 0 when it could be read, however much differs.
 */
export const shadowReport: ShadowCommand = {
  needs: 'shadow',
  summary: 'what shadow mode would have done, ticket by ticket, against what staff noted',
  usage: 'support-credits shadow-report [--since TIME] [--format table|csv]',
  options: { since: { type: 'string' }, format: { type: 'string' } },
  prepare: (values, terminal) => {
    const isCsv = values['format'] !== undefined && readChoice(values, 'format', ['table', 'csv']) === 'csv';
    const given = values['since'] === undefined ? undefined : readTime(values, 'since');
    return async (deps) => {
      const since = given ?? toShadowSince(deps.clock.now());
      const counts = new Map<Verdict, number>(VERDICTS.map((verdict) => [verdict, 0]));
      const { nativeCounts } = deps;
      const isCounted = nativeCounts !== undefined;
      const uncounted: UncountedClients = { clientCount: 0, code: undefined };
      const compared = compareTickets(deps, { since });
      const pages: AsyncIterable<ShadowRow[]> = isCounted
        ? addNativeCounts(compared, nativeCounts, uncounted)
        : compared;
      const passing = countOn(pages, counts);
      const texts = isCsv ? toShadowSheet(passing, isCounted) : toTable(passing, isCounted);
      for await (const text of texts) await terminal.write(text);
      terminal.say(`${describeCounts(counts, since)}\n${describeUncounted(uncounted)}`);
      if (deps.staffField === undefined) {
        terminal.say(
          'What staff did is not known: set SHADOW_STAFF_FIELD to the id of the ticket field where they note it.\n',
        );
      }
      return 0;
    };
  },
};

/** The same pages, counted as they pass. */
async function* countOn(
  pages: AsyncIterable<ShadowRow[]>,
  counts: Map<Verdict, number>,
): AsyncGenerator<ShadowRow[]> {
  for await (const tickets of pages) {
    for (const { verdict } of tickets) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
    yield tickets;
  }
}

async function* toTable(pages: AsyncIterable<ShadowRow[]>, isCounted: boolean): AsyncGenerator<string> {
  yield toTableHead(isCounted);
  for await (const tickets of pages)
    yield tickets.flatMap((ticket) => toTableRow(ticket, isCounted)).join('');
}

function toTableHead(isCounted: boolean): string {
  return toTableLine(['ticket', 'shadow mode', 'staff noted', isCounted && 'billing', 'taken by']);
}

function toTableRow(ticket: ShadowRow, isCounted: boolean): string[] {
  if (ticket.verdict !== 'only_shadow' && ticket.verdict !== 'only_staff') return [];
  const state = `${ticket.creditState} (${ticket.reason})`;
  const by = ticket.verdict === 'only_shadow' ? 'shadow mode alone' : 'staff alone';
  const count = isCounted && String(ticket.nativeCount ?? '-');
  return [toTableLine([ticket.ticketId, state, ticket.staffValue ?? '-', count, by])];
}

/** Cells in columns; one that is false has no column. */
function toTableLine(cells: readonly (string | false)[]): string {
  const padded = cells.map((cell, index) => cell && cell.padEnd(WIDTHS[index] ?? 0));
  return `${padded.filter((cell) => cell !== false).join(' ')}\n`;
}

function describeUncounted({ clientCount, code }: UncountedClients): string {
  if (clientCount === 0) return '';
  return (
    `Clients without billing's own count: ${clientCount} (${code ?? 'not asked'}). See support-credits setup --billing, and ` +
    'whether SHADOW_NATIVE_COUNT names the list and the column.\n'
  );
}

function describeCounts(counts: ReadonlyMap<Verdict, number>, since: string): string {
  const of = (verdict: Verdict) => counts.get(verdict) ?? 0;
  const all = VERDICTS.reduce((sum, verdict) => sum + of(verdict), 0);
  return (
    `${all} tickets decided since ${since}: ${of('alike')} alike, ${of('only_shadow')} taken by shadow mode alone, ` +
    `${of('only_staff')} taken by staff alone, ${of('open')} not to be compared (held, pending, gone, or not noted).`
  );
}
