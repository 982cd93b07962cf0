import { HOLD_REASONS } from '../../../domain/tickets/creditState';
import type { HoldReason } from '../../../domain/tickets/creditState';
import { WORK_KINDS } from '../../../use-cases/ports/workList';
import type { PagedKind } from '../../../use-cases/ports/workList';
import { TICKET_CONDITIONS } from './ticketConditions';

/** Held for who the requester is: somebody has to say whose client that is. Only credits are missing otherwise. */
const LINK_REASONS = HOLD_REASONS.filter((reason: HoldReason) => reason !== 'no_credits');

/** What was refused longer ago is no work any more: whoever asked has seen it or does not care. */
const REFUSED_FOR = '14 days';

/** A lost event is mended by then; what is still undecided needs somebody. */
const UNDECIDED_FOR = '15 minutes';

/** Items of a kind with the columns of a `WorkItem`; $1 is now. */
export const WORK_ITEMS: Record<PagedKind, string> = {
  held: fromStates(`credit_state = 'held' and waiting_since is not null`, 'waiting_since'),
  pending: fromStates(`credit_state = 'pending' and waiting_since is not null`, 'waiting_since'),
  link_to_make: fromStates(
    `credit_state = 'held' and waiting_since is not null and reason in (${LINK_REASONS.map((reason) => `'${reason}'`).join(', ')})`,
    'waiting_since',
  ),
  unexplained: `
    select undecided.ticket_id, seen_at as since, null as reason, null as billing_account_id, null as requester_id,
           null as action, null::integer as credits
      from support_credits.undecided_tickets undecided
     where seen_at < $1::timestamptz - interval '${UNDECIDED_FOR}'
       and not exists (select from support_credits.ticket_states state where state.ticket_id = undecided.ticket_id)
    union all
    ${fromStates(`line = 'tech' and credit_state = 'free' and ended_as is null`, 'state_since')}`,
  refused_command: `
    select command.ticket_id, command.answered_at as since, command.refusal as reason, state.billing_account_id,
           state.requester_id, command.action, null::integer as credits
      from support_credits.ticket_commands command
      left join support_credits.ticket_states state on state.ticket_id = command.ticket_id
     where command.outcome = 'refused' and command.answered_at > $1::timestamptz - interval '${REFUSED_FOR}'
       and not exists (select from support_credits.ticket_commands later
                        where later.ticket_id = command.ticket_id and later.answer_no > command.answer_no)`,
  // Of the thresholds that an account has crossed, the lowest.
  low_account: `
    select distinct on (crossing.credit_account_id) crossing.ticket_id, crossing.crossed_at as since, null as reason,
           account.billing_account_id, null as requester_id, null as action, account.balance_credits as credits
      from support_credits.low_balance_crossings crossing
      join support_credits.credit_accounts account on account.id = crossing.credit_account_id
     where $1::timestamptz is not null
     order by crossing.credit_account_id, crossing.threshold`,
  ...listTicketKinds(),
};

function fromStates(condition: string, since: string): string {
  return `
    select ticket_id, ${since} as since, reason, billing_account_id, requester_id, null as action,
           null::integer as credits
      from support_credits.ticket_states state where ${condition} and $1::timestamptz is not null`;
}

function listTicketKinds(): Record<(typeof WORK_KINDS)[number], string> {
  const entries = WORK_KINDS.map((kind) => [kind, fromStates(TICKET_CONDITIONS[kind], 'state_since')]);
  return Object.fromEntries(entries) as Record<(typeof WORK_KINDS)[number], string>;
}
