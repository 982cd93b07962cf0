import type { Pool } from 'pg';
import type { DeskUserFields } from '../../../use-cases/ports/desk';
import type { StoredRequester } from '../../../use-cases/ports/storedTicket';

type RequesterRow = {
  billing_account_id: string | null;
  fields: DeskUserFields | null;
  shown_at: Date | null;
};

/**
 * The client that the requester's newest ticket was found to be of, none when it was found to be no client's, and what was
 * last written at the requester. Undefined when billing could be asked for no ticket of the requester.
 */
export async function readRequester(pool: Pool, requesterId: string): Promise<StoredRequester | undefined> {
  const { rows } = await pool.query<RequesterRow>(
    `select ticket.billing_account_id, shown.fields, shown.shown_at
       from support_credits.ticket_states ticket
       left join support_credits.shown_requesters shown on shown.requester_id = ticket.requester_id
      where ticket.requester_id = $1
        and (ticket.billing_account_id is not null or ticket.identity_refusal is not null)
      order by ticket.decided_at desc, ticket.ticket_id limit 1`,
    [requesterId],
  );
  return (
    rows[0] && {
      billingAccountId: rows[0].billing_account_id ?? undefined,
      shownFields: rows[0].fields ?? undefined,
      shownAt: rows[0].shown_at?.toISOString(),
    }
  );
}

/** Remembers what was written at the requester, and when; without `fields`, that nothing stands there. */
export async function markRequesterShown(
  pool: Pool,
  requesterId: string,
  fields: DeskUserFields | undefined,
  now: string,
): Promise<void> {
  if (fields === undefined) {
    await pool.query('delete from support_credits.shown_requesters where requester_id = $1', [requesterId]);
    return;
  }
  await pool.query(
    `insert into support_credits.shown_requesters (requester_id, fields, shown_at) values ($1, $2, $3)
     on conflict (requester_id) do update set fields = excluded.fields, shown_at = excluded.shown_at`,
    [requesterId, JSON.stringify(fields), now],
  );
}
