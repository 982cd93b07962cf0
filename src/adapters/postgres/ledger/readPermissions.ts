import type { PoolClient } from 'pg';
import type { AwaitingRefund } from '../../../domain/credits/ledgerView';
import type { NewEntry } from '../../../domain/credits/newEntry';
import type { RefundReason } from '../../../domain/policy/refundReason';
import { toCommandAction } from '../../../domain/tickets/command';
import type { TicketFacts } from '../../../domain/tickets/ticketFacts';
import type { DecisionInput } from '../../../use-cases/ports/ledger';

/** What commands for refunds rest on: refunds that wait for approval, by ticket, and today's refunds, by person and reason. */
export type Permissions = { awaiting: Map<string, AwaitingRefund>; refundsToday: Map<string, number> };

/**
 * Reads what is needed for the commands of these inputs; nothing is asked when none of them is about a refund. The people
 * whose refunds are counted are locked until the transaction ends, in the order of their ids and after all accounts: no
 * limit is passed by asking for many at once.
 */
export async function readPermissions(
  client: PoolClient,
  inputs: readonly DecisionInput[],
): Promise<Permissions> {
  const commanded = inputs.filter(({ ticket }) => isAboutRefund(ticket));
  if (commanded.length === 0) return { awaiting: new Map(), refundsToday: new Map() };
  const approved = commanded.filter(({ ticket }) => ticket.command?.action.kind === 'approve');
  const awaiting = await readAwaiting(
    client,
    approved.map(({ ticket }) => ticket.id),
  );
  const people = commanded.flatMap(({ ticket }) => toCounted(ticket, awaiting)?.personId ?? []);
  const earliest = commanded.map(({ occurredAt }) => occurredAt).sort()[0] ?? '';
  return { awaiting, refundsToday: await countRefunds(client, people, earliest.slice(0, 10)) };
}

/** How many credits were returned today by whom this command counts for, for its reason. */
export function countToday({ awaiting, refundsToday }: Permissions, ticket: TicketFacts): number {
  const counted = toCounted(ticket, awaiting);
  return counted === undefined ? 0 : (refundsToday.get(toKey(counted.personId, counted.reason)) ?? 0);
}

/** Counts what was decided for the commands that follow in the same transaction. */
export function countDecided({ refundsToday }: Permissions, entries: readonly NewEntry[]): void {
  for (const entry of entries) {
    if (entry.kind !== 'refund' || entry.actor.kind !== 'agent') continue;
    const key = toKey(entry.actor.id, entry.reason);
    refundsToday.set(key, (refundsToday.get(key) ?? 0) + 1);
  }
}

function isAboutRefund({ command }: TicketFacts): boolean {
  return command?.action.kind === 'refund' || command?.action.kind === 'approve';
}

/** An approval counts for who asked. */
function toCounted(
  { id, command }: TicketFacts,
  awaiting: Permissions['awaiting'],
): { personId: string; reason: RefundReason } | undefined {
  if (command?.action.kind === 'refund') return { personId: command.actorId, reason: command.action.reason };
  const asked = command?.action.kind === 'approve' ? awaiting.get(id) : undefined;
  return asked && { personId: asked.actorId, reason: asked.reason };
}

function toKey(personId: string, reason: RefundReason): string {
  return `${reason} ${personId}`;
}

type AwaitingRow = { ticket_id: string; action: string; actor_id: string; charge_key: string };

async function readAwaiting(
  client: PoolClient,
  ticketIds: readonly string[],
): Promise<Map<string, AwaitingRefund>> {
  if (ticketIds.length === 0) return new Map();
  const { rows } = await client.query<AwaitingRow>(
    `select distinct on (ticket_id) ticket_id, action, actor_id, charge_key
       from support_credits.ticket_commands
      where ticket_id = any($1::text[]) and outcome = 'awaiting_approval' order by ticket_id, answer_no desc`,
    [ticketIds],
  );
  return new Map(
    rows.flatMap((row): [string, AwaitingRefund][] => {
      const action = toCommandAction(row.action);
      if (action?.kind !== 'refund') return [];
      return [[row.ticket_id, { reason: action.reason, actorId: row.actor_id, chargeKey: row.charge_key }]];
    }),
  );
}

async function countRefunds(
  client: PoolClient,
  people: readonly string[],
  day: string,
): Promise<Map<string, number>> {
  const ids = [...new Set(people)].sort();
  // The namespace keeps these locks apart from others of the database that are numbered by a hash. What is counted is seen
  // by a statement that begins when the locks are held.
  const [, { rows }] = await Promise.all([
    client.query({
      name: 'lock_people',
      text: `select pg_advisory_xact_lock(hashtext('support_credits.refunds_by_person'), person.hash)
               from (select hashtext(id) as hash from unnest($1::text[]) as id order by 1 offset 0) person`,
      values: [ids],
    }),
    client.query<{ person: string; reason: RefundReason; count: number }>({
      name: 'count_refunds',
      text: `select person_id as person, reason, sum(refund_count)::integer as count
               from support_credits.refund_counts where person_id = any($1::text[]) and day >= $2::date group by 1, 2`,
      values: [ids, day],
    }),
  ]);
  return new Map(rows.map(({ person, reason, count }) => [toKey(person, reason), count]));
}
