import type { Finding } from './finding';
import type { Outcome } from './outcome';
import { findOpenCharge, groupCharges, numberOf } from './problems';
import type { Charge } from './problems';
import { isOpen } from './checkTickets';

/** R4: no problem is charged twice, no debit returned twice, and each charge but the last was returned before the next. */
export function checkCharges({ entries }: Outcome): Finding[] {
  const findings: Finding[] = [];
  const keys = new Set<string>();
  for (const { key } of entries) {
    if (keys.has(key))
      findings.push({ rule: 'a key is taken once', expected: `${key} once`, found: 'twice' });
    keys.add(key);
  }
  for (const [problemId, charges] of groupCharges(entries)) {
    findings.push(...checkProblem(problemId, charges));
  }
  for (const { kind, refundedKey, key } of entries) {
    if (kind === 'refund' && !keys.has(refundedKey ?? '')) {
      findings.push({
        rule: 'a refund returns a debit',
        expected: `the debit ${refundedKey}`,
        found: `none, in ${key}`,
      });
    }
  }
  return findings;
}

function checkProblem(problemId: string, charges: readonly Charge[]): Finding[] {
  const findings: Finding[] = [];
  const ticketId = charges[0]?.entry.ticketId;
  const add = (rule: string, expected: string, found: string) =>
    findings.push({ rule, expected, found, ...(ticketId === undefined ? {} : { ticketId }) });
  const open = charges.filter(({ refunds }) => refunds.length === 0);
  if (open.length > 1) {
    add('no problem is debited twice', 'one open charge', open.map(({ entry }) => entry.key).join(', '));
  }
  charges.forEach(({ entry, refunds }, index) => {
    const amounts = refunds.reduce((sum, { amountCredits }) => sum + Math.abs(amountCredits), 0);
    if (refunds.length > 1)
      add('no debit is refunded twice', '1 refund', `${refunds.length} of ${entry.key}`);
    if (refunds.length === 1 && amounts !== Math.abs(entry.amountCredits)) {
      add('a refund returns what was taken', String(entry.amountCredits), String(amounts));
    }
    if (refunds.some(({ billingAccountId }) => billingAccountId !== entry.billingAccountId)) {
      add(
        'a credit goes back where it was taken',
        entry.billingAccountId,
        refunds[0]?.billingAccountId ?? '',
      );
    }
    if (numberOf(entry) !== index)
      add('charges of a problem are counted', `${problemId} number ${index}`, entry.key);
  });
  return findings;
}

/** What the ledger says of an open ticket is what its entries say. */
export function checkStatesAgainstEntries({ tickets, states, entries }: Outcome): Finding[] {
  const byProblem = groupCharges(entries);
  return [...tickets.values()].flatMap((ticket): Finding[] => {
    const state = states.get(ticket.id);
    if (state === undefined || !isOpen(ticket)) return [];
    const expected = toExpected(byProblem.get(state.problemId));
    if (expected.includes(state.creditState)) return [];
    return [
      {
        rule: 'the state of a ticket follows from its entries',
        ticketId: ticket.id,
        expected: expected.join(' or '),
        found: state.creditState,
      },
    ];
  });
}

/** Reasons after which a ticket is looked at as if it had never been charged. */
const CHARGED_ANEW = ['wrong_line', 'requester_changed', 'ticket_removed'];

function toExpected(charges: readonly Charge[] | undefined): string[] {
  const open = findOpenCharge(charges)?.entry.kind;
  if (open === 'debit') return ['debited'];
  if (open === 'waiver') return ['waived'];
  const reason = charges?.at(-1)?.refunds[0]?.reason;
  if (reason === undefined) return ['free', 'held', 'pending'];
  return CHARGED_ANEW.includes(reason) ? ['refunded', 'held', 'pending'] : ['refunded'];
}
