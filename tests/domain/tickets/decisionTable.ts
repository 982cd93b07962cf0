import type { AccountReading } from '../../../src/domain/accounts/accountFacts';
import type { LedgerView } from '../../../src/domain/credits/ledgerView';
import type { RefundReason } from '../../../src/domain/policy/refundReason';
import { decideTicket } from '../../../src/domain/tickets/decideTicket';
import type { TicketDecision } from '../../../src/domain/tickets/ticketDecision';
import type { TicketFacts } from '../../../src/domain/tickets/ticketFacts';
import { ACCOUNT, buildDecision, buildLedgerView, buildReading, OPEN_DEBIT } from '../builders';

/** What a ticket is like now, in the words of an admin. */
type Row = {
  words: string;
  ticket?: Partial<TicketFacts>;
  reading?: AccountReading;
  credits?: number;
  ledger?: Partial<LedgerView>;
  chargeGrades?: ['linked'];
};

/** What the ledger says of the problem. */
type Column = { words: string; ledger: Partial<LedgerView> };

const returned = (reason: RefundReason): Partial<LedgerView> => ({
  chargeCount: 1,
  refundReason: reason,
  refundReasons: [reason],
});

const COLUMNS: Column[] = [
  { words: 'nothing', ledger: {} },
  { words: 'a debit', ledger: { chargeCount: 1, openCharge: OPEN_DEBIT } },
  {
    words: 'a waiver',
    ledger: { chargeCount: 1, openCharge: { kind: 'waiver', key: 'waiver:zt_7:0', reason: 'partner' } },
  },
  { words: 'a debit returned by an agent or for a defect', ledger: returned('hotfix') },
  {
    words: 'a debit returned for a wrong line, another client or a removal',
    ledger: returned('wrong_line'),
  },
];

const UNAVAILABLE = { kind: 'unavailable', code: 'billing_timeout', retry: true, known: undefined } as const;
const merged = { standing: 'closed', mergedInto: { ticketId: '9', problemId: 'zt_9' } } as const;

const ROWS: Row[] = [
  { words: 'client care, or no line', ticket: { line: 'sales' } },
  { words: 'tech; client with a credit', credits: 1 },
  { words: 'tech; client without credits' },
  { words: 'tech; partner', reading: buildReading({ partnerLevel: 'Gold' }) },
  { words: 'tech; no client, or no certain one', reading: { kind: 'refused', reason: 'unknown_client' } },
  { words: 'tech; client to be linked first', credits: 1, chargeGrades: ['linked'] },
  { words: 'tech; billing cannot be asked', reading: UNAVAILABLE },
  {
    words: 'handed back, no technical reply before',
    ticket: { line: 'sales', wasAnsweredByTech: false, handedOverBy: '500' },
  },
  { words: 'handed back after a technical reply', ticket: { line: 'sales', wasAnsweredByTech: true } },
  { words: 'tech; linked to a defect', credits: 1, ticket: { defectTicketId: '40' } },
  { words: 'merged into a charged ticket', ticket: merged, ledger: { isMergeTargetCharged: true } },
  { words: 'merged into a ticket that is not charged', ticket: merged },
  {
    words: 'tech; given to another client, who has a credit',
    credits: 1,
    reading: buildReading({ billingAccountId: '2002' }),
  },
  { words: 'closed', ticket: { standing: 'closed' } },
  { words: 'deleted or marked as spam', ticket: { standing: 'removed' } },
];

/** The decision table of the rules as a table in Markdown, made by asking the rules. */
export function buildDecisionTable(): string {
  const header = ['the ticket is', ...COLUMNS.map(({ words }) => `ledger has ${words}`)];
  const rows = ROWS.map((row) => [row.words, ...COLUMNS.map((column) => toCell(decide(row, column)))]);
  return toMarkdown([header, ...rows]);
}

function decide(row: Row, { ledger }: Column): TicketDecision {
  const reading = row.reading ?? buildReading();
  const requester = reading.kind === 'client' ? reading.facts.billingAccountId : ACCOUNT;
  // The account is that of the client whose charge stands, else the requester's.
  const billingAccountId = ledger.openCharge === undefined ? requester : ACCOUNT;
  const facts = buildDecision({
    ticket: row.ticket ?? {},
    reading,
    ledger: buildLedgerView(row.credits ?? 0, { billingAccountId, ...row.ledger, ...ledger }),
    policy: row.chargeGrades === undefined ? {} : { identity: { chargeGrades: row.chargeGrades } },
  });
  return decideTicket(facts, false);
}

const DONE: Partial<Record<TicketDecision['entries'][number]['kind'], string>> = {
  debit: 'takes 1: ',
  waiver: 'writes a waiver: ',
  refund: 'gives 1 back: ',
};

function toCell({ entries, state, asksAgain }: TicketDecision): string {
  const done = entries.map(({ kind }) => DONE[kind] ?? `${kind}: `).join('');
  const isPlain =
    state.creditState === 'debited' || state.creditState === 'waived' || state.reason === 'client_care';
  const reason = isPlain ? '' : `, \`${state.reason}\``;
  return `${done}\`${state.creditState}\`${reason}${asksAgain ? ', then looks again' : ''}`;
}

/** Aligned as the formatter of the project does it. */
function toMarkdown(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)));
  const toLine = (cells: string[], fill: string) =>
    `| ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0, fill)).join(' | ')} |`;
  const [header = [], ...body] = rows;
  const rule = toLine(
    header.map(() => ''),
    '-',
  );
  return [toLine(header, ' '), rule, ...body.map((row) => toLine(row, ' '))].join('\n');
}
