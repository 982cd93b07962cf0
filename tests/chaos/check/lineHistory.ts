import type { Outcome, SeenTicket } from './outcome';

type Told = { at: string; place: number };
type LineChange = Told & { line: string | undefined };

/** Every change of a ticket's line, oldest first, the first one being what it was made with. */
export function readLineChanges({ audits }: SeenTicket, { line }: Outcome['fields']): LineChange[] {
  return audits.flatMap(({ at, events }, place) =>
    events
      .filter(({ fieldName }) => fieldName === String(line))
      .map(({ value }) => ({
        at,
        place,
        line: typeof value === 'string' && value !== '' ? value : undefined,
      })),
  );
}

/**
 * R6, from the audits alone: whether somebody of the helpdesk replied in public while the ticket last stood with technical
 * support. Stamps count seconds; what happened within the same second as a hand-over or hand-back is told as `unclear`.
 */
export function wasAnsweredByTech(ticket: SeenTicket, outcome: Outcome): 'yes' | 'no' | 'unclear' {
  const changes = readLineChanges(ticket, outcome.fields);
  const start = changes
    .map(({ line }, index) => line === 'tech' && changes[index - 1]?.line !== 'tech')
    .lastIndexOf(true);
  const begin = changes[start];
  if (begin === undefined) return 'no';
  const end = changes.slice(start).find(({ line }) => line !== 'tech');
  const replies = readAgentReplies(ticket, outcome);
  const isBetween = ({ at }: Told) => at > begin.at && (end === undefined || at < end.at);
  if (replies.some(isBetween)) return 'yes';
  const isAtEdge = ({ at, place }: Told) =>
    (at === begin.at && place !== begin.place) || (at === end?.at && place !== end.place);
  return replies.some(isAtEdge) ? 'unclear' : 'no';
}

function readAgentReplies({ audits }: SeenTicket, { users }: Outcome): Told[] {
  return audits.flatMap(({ at, authorId, events }, place) =>
    place === 0
      ? []
      : events
          .filter(({ type, isPublic }) => type === 'Comment' && isPublic === true)
          .filter((event) => users.get(event.authorId ?? authorId)?.role !== 'end-user')
          .map(() => ({ at, place })),
  );
}
