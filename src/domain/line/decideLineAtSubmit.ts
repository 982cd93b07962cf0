import type { Line } from './line';

/** How a ticket reaches the helpdesk. */
export const CHANNELS = ['form', 'mail', 'chat', 'phone'] as const;

/** One of the closed list of ways; `form` is the one of the help center. */
export type Channel = (typeof CHANNELS)[number];

/** Topics of technical support (R10). */
export const TECH_TOPICS: readonly string[] = ['install', 'configure', 'update', 'integrate', 'technical'];

/** What a client says when submitting; only the form asks for a line and a topic. */
export type Submit = { channel: Channel; line: Line | undefined; topic: string | undefined };

/**
 * The line that a new ticket gets (R2): what the client chose in the form, else by the topic; everything else is for client
 * care. The helpdesk does it itself, by the first two triggers of `requirements.json`; this says it beforehand.
 */
export function decideLineAtSubmit({ channel, line, topic }: Submit): Line {
  if (channel !== 'form') return 'sales';
  if (line !== undefined) return line;
  return topic !== undefined && TECH_TOPICS.includes(topic) ? 'tech' : 'sales';
}
