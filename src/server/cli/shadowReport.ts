import { VERDICTS } from '../../domain/shadow/compareWithStaff';
import type { Verdict } from '../../domain/shadow/compareWithStaff';
import { compareTickets } from '../../use-cases/shadow/compareTickets';
import type { ComparedTicket } from '../../use-cases/shadow/compareTickets';
import type { ShadowCommand } from './operatorCommand';
import { readChoice, readTime } from './readOption';
import { toCsvLine } from '../toCsvLine';

const DEFAULT_DAYS = 14;
const DAY_MS = 86_400_000;

/** Columns of the CSV, in order. */
const COLUMNS = [
  'ticketId',
  'decidedAt',
  'billingAccountId',
  'line',
  'creditState',
  'reason',
  'isTakenByShadow',
  'isTakenByStaff',
  'staffValue',
  'verdict',
] as const satisfies readonly (keyof ComparedTicket)[];

const WIDTHS = { ticketId: 12, state: 34, staff: 16 };

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
      const since = given ?? new Date(deps.clock.now().getTime() - DEFAULT_DAYS * DAY_MS).toISOString();
      const counts = new Map<Verdict, number>(VERDICTS.map((verdict) => [verdict, 0]));
      await terminal.write(isCsv ? toCsvLine(COLUMNS) : toTableHead());
      for await (const tickets of compareTickets(deps, since)) {
        for (const { verdict } of tickets) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
        await terminal.write(isCsv ? tickets.map(toCsv).join('') : tickets.flatMap(toTableRow).join(''));
      }
      terminal.say(`${describeCounts(counts, since)}\n`);
      if (deps.staffField === undefined) {
        terminal.say(
          'What staff did is not known: set SHADOW_STAFF_FIELD to the id of the ticket field where they note it.\n',
        );
      }
      return 0;
    };
  },
};

function toCsv(ticket: ComparedTicket): string {
  return toCsvLine(COLUMNS.map((name) => toCell(ticket[name])));
}

/** A text that begins like a formula would be one for the program that opens the file (OWASP, «CSV Injection»). */
function toCell(value: string | boolean | undefined): string {
  const text = String(value ?? '');
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function toTableHead(): string {
  return `${'ticket'.padEnd(WIDTHS.ticketId)} ${'shadow mode'.padEnd(WIDTHS.state)} ${'staff noted'.padEnd(WIDTHS.staff)} taken by\n`;
}

function toTableRow(ticket: ComparedTicket): string[] {
  if (ticket.verdict !== 'only_shadow' && ticket.verdict !== 'only_staff') return [];
  const state = `${ticket.creditState} (${ticket.reason})`;
  const by = ticket.verdict === 'only_shadow' ? 'shadow mode alone' : 'staff alone';
  const id = ticket.ticketId.padEnd(WIDTHS.ticketId);
  return [`${id} ${state.padEnd(WIDTHS.state)} ${(ticket.staffValue ?? '-').padEnd(WIDTHS.staff)} ${by}\n`];
}

function describeCounts(counts: ReadonlyMap<Verdict, number>, since: string): string {
  const of = (verdict: Verdict) => counts.get(verdict) ?? 0;
  const all = VERDICTS.reduce((sum, verdict) => sum + of(verdict), 0);
  return (
    `${all} tickets decided since ${since}: ${of('alike')} alike, ${of('only_shadow')} taken by shadow mode alone, ` +
    `${of('only_staff')} taken by staff alone, ${of('open')} not to be compared (held, pending, gone, or not noted).`
  );
}
