import type { World } from '../world';

type DebitRow = {
  problem_id: string;
  ticket_id: string;
  account: string;
  is_by_agent: boolean;
  refund_reasons: string[];
};

/**
 * Debits that stand though the ticket, as the helpdesk has it, says that they should have gone back, in words. Every
 * ticket of `ticketIds` was looked at after the last change, while billing could be asked.
 */
export async function readForgotten(world: World, ticketIds: readonly string[]): Promise<string[]> {
  const debits = await readDebits(world);
  const faults: string[] = [];
  for (const ticketId of ticketIds) {
    const stored = await world.ledger.readStoredTicket(ticketId);
    const debit = debits.get(stored?.problemId ?? '');
    if (debit === undefined) continue;
    const cause = await findCause(world, ticketId, debit);
    if (cause !== undefined) faults.push(`${ticketId} is still debited: ${cause}`);
  }
  return faults;
}

async function findCause(world: World, ticketId: string, debit: DebitRow): Promise<string | undefined> {
  const { desk, billing, ledger } = world;
  const isCharged = debit.ticket_id === ticketId;
  const ticket = desk.tickets.get(ticketId);
  if (ticket === undefined) return isCharged ? 'it was removed' : undefined;
  const isOnce = (reason: string) => !debit.refund_reasons.includes(reason);
  if (ticket.problemTicketId !== undefined && isOnce('software_defect')) return 'it is linked to a defect';
  const targetId = desk.histories.get(ticketId)?.mergedInto;
  const target = targetId === undefined ? undefined : await ledger.readStoredTicket(targetId);
  const isTargetDebited = target?.state.creditState === 'debited' && target.problemId !== debit.problem_id;
  if (isTargetDebited && isOnce('duplicate')) return `it was merged into ${targetId}`;
  if (ticket.status === 'closed' || !isCharged) return undefined;
  const client = billing.clients.get(desk.users.get(ticket.requesterId)?.email ?? '');
  if (client?.kind === 'one' && client.billingAccountId !== debit.account) return 'its client is another one';
  const lines = desk.histories.get(ticketId)?.lineChanges ?? [];
  const hasReply = desk.histories.get(ticketId)?.agentReplies?.length !== 0;
  const isHandedBack = lines.some(({ line }) => line === 'tech') && ticket.line !== 'tech';
  return isHandedBack && !hasReply && !debit.is_by_agent ? 'it was handed back unanswered' : undefined;
}

/** The debits that stand, by problem. */
async function readDebits({ pool }: World): Promise<Map<string, DebitRow>> {
  const { rows } = await pool.query<DebitRow>(
    `select entry.problem_id, entry.ticket_id, account.billing_account_id as account,
            entry.actor ->> 'kind' = 'agent' as is_by_agent,
            array(select reason from support_credits.ledger_entries refund
                   where refund.problem_id = entry.problem_id and refund.kind = 'refund') as refund_reasons
       from support_credits.open_charges open_charge
       join support_credits.ledger_entries entry on entry.id = open_charge.entry_id
       join support_credits.credit_accounts account on account.id = entry.credit_account_id
      where entry.kind = 'debit'`,
  );
  return new Map(rows.map((row) => [row.problem_id, row]));
}
