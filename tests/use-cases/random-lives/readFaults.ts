import type { World } from '../world';

type TicketRow = {
  ticket_id: string;
  line: string | null;
  credit_state: string;
  reason: string;
  open_kind: string | null;
  last_refund: string | null;
};

/** Reasons after which a ticket is looked at as if it had never been charged. */
const CHARGED_ANEW = ['wrong_line', 'requester_changed', 'ticket_removed'];

/** What is wrong in the ledger of these tickets, in words; nothing when everything is right. Reads the tables on its own. */
export async function readFaults({ pool, desk }: World, ticketIds: readonly string[]): Promise<string[]> {
  const { rows } = await pool.query<TicketRow>(
    `select state.ticket_id, state.line, state.credit_state, state.reason,
            (select entry.kind from support_credits.open_charges open_charge
               join support_credits.ledger_entries entry on entry.id = open_charge.entry_id
              where open_charge.problem_id = state.problem_id) as open_kind,
            (select refund.reason from support_credits.ledger_entries charge
               join support_credits.ledger_entries refund on refund.refunded_entry_id = charge.id
              where charge.problem_id = state.problem_id
                and charge.id = (select max(id) from support_credits.ledger_entries
                                  where problem_id = state.problem_id and kind in ('debit', 'waiver'))) as last_refund
       from support_credits.ticket_states state where state.ticket_id = any($1) order by 1`,
    [ticketIds],
  );
  return rows.flatMap((row) => {
    const hasEnded = (desk.tickets.get(row.ticket_id)?.status ?? 'closed') === 'closed';
    const expected = hasEnded ? [...toExpected(row, true), ...UNCHARGED] : toExpected(row, false);
    return expected.includes(row.credit_state)
      ? []
      : [
          `${row.ticket_id} is ${row.credit_state} (${row.reason}), the ledger allows ${expected.join(' or ')}`,
        ];
  });
}

/** What a ticket may go on saying that ended before it was charged, whatever becomes of the others of its problem. */
const UNCHARGED = ['free', 'held', 'pending'];

/** The states that the ledger allows: R4, and that each technical ticket is exactly one of five. */
function toExpected(
  { line, open_kind: openKind, last_refund: refund }: TicketRow,
  hasEnded: boolean,
): string[] {
  if (openKind === 'debit') return ['debited'];
  if (openKind === 'waiver') return ['waived'];
  const isAnew = refund !== null && CHARGED_ANEW.includes(refund) && line === 'tech' && !hasEnded;
  if (refund !== null && !isAnew) return ['refunded'];
  return line === 'tech' ? ['held', 'pending'] : ['free'];
}
