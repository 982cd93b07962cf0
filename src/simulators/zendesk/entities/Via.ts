/** Where a ticket or an update came from (zendesk.md 6.2 and 8.4). */
export type Via = {
  channel: string;
  source: {
    from: { id?: number; title?: string; address?: string; name?: string };
    to: { address?: string; name?: string };
    rel: string | null;
  };
};

/** `via_id` numbers of the channels that the simulator knows (zendesk.md 6.2). */
export const VIA_IDS = { web: 0, email: 4, api: 5 } as const;
export type Channel = keyof typeof VIA_IDS;

/** The `via` of something that came by this channel, with no more known about it. */
export function buildVia(channel: Channel, from: Via['source']['from'] = {}): Via {
  return { channel, source: { from, to: {}, rel: null } };
}
