import type { SimTicket } from './SimTicket';

/** Where a ticket or an update came from (zendesk.md 6.2 and 8.4). */
export type Via = {
  channel: string;
  source: {
    from: {
      id?: number;
      title?: string;
      address?: string;
      name?: string;
      ticket_id?: number;
      ticket_ids?: number[];
      subject?: string;
    };
    to: { address?: string; name?: string };
    rel: string | null;
  };
};

/** `via_id` numbers of the channels that the simulator knows (zendesk.md 6.2). */
export const VIA_IDS = { web: 0, email: 4, api: 5 } as const;
export type Channel = keyof typeof VIA_IDS;

/** `via_id` numbers of what is done because of another ticket, or by nobody (the vendor's «Via types reference»). */
export const OTHER_VIA_IDS = { linkedProblem: 9, merge: 19, batch: 20, followUp: 27 } as const;

/** The `via` of something that came by this channel, with no more known about it. */
export function buildVia(channel: Channel, from: Via['source']['from'] = {}): Via {
  return { channel, source: { from, to: {}, rel: null } };
}

/**
 * The `via` of what was done because of other tickets. That a follow-up names the closed ticket is in the vendor's «Via object
 * reference»; that a merge and a solved problem are told in the same way is inferred (zendesk.md 8.2).
 */
export function buildTicketVia(rel: 'follow_up' | 'merge' | 'problem', others: readonly SimTicket[]): Via {
  const [only] = others;
  const from =
    only !== undefined && others.length === 1
      ? { ticket_id: only.id, subject: only.subject }
      : { ticket_ids: others.map(({ id }) => id) };
  return { channel: rel === 'problem' ? 'system' : 'web', source: { from, to: {}, rel } };
}
