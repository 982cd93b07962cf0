import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import type { Stage } from '../play/Stage';

/** What moves as long as anything happens: counts and sums that nothing can change without being seen. */
export type Fingerprint = Record<string, string>;

/** Of the ledger and of Zendesk, now. Stamps of when billing was read are left out: reading again is no change. */
export async function readFingerprint(stage: Stage, db: Client): Promise<Fingerprint> {
  const { rows } = await db.query<Fingerprint>(
    `select (select count(*) from support_credits.ledger_entries)::text as entries,
            (select count(*) from support_credits.ticket_commands)::text as answers,
            (select md5(coalesce(string_agg(ticket_id || credit_state || reason || coalesce(shown_state, ''), ',' order by ticket_id), ''))
               from support_credits.ticket_states) as states`,
  );
  return { ...rows[0], ...(await readZendesk(stage)) };
}

/** When each ticket was last changed: the list costs 100 tickets a call. */
async function readZendesk({ agents }: Stage): Promise<Fingerprint> {
  const stamps: string[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await agents[0]!.call('GET', `tickets?per_page=100&page=${page}`);
    if (!answer.isDone) throw new Error(`The list of tickets was refused with ${answer.status}.`);
    const { tickets, next_page: next } = answer.body as {
      tickets: { id: number; updated_at: string }[];
      next_page: string | null;
    };
    stamps.push(...tickets.map(({ id, updated_at }) => `${id}:${updated_at}`));
    if (next === null) break;
  }
  return {
    tickets: `${stamps.length} tickets, ${createHash('md5').update(stamps.sort().join()).digest('hex')}`,
  };
}
