import type { TicketView } from '../../pages/views/TicketView';
import { readTicketChanges } from './readTicketChanges';
import type { TicketChange } from './readTicketChanges';

/** What an agent may change of a ticket before it is submitted; a key that is absent was not touched. */
export type TicketDraft = Partial<
  Pick<TicketView, 'subject' | 'status' | 'type' | 'priority' | 'tags' | 'problem' | 'requester'>
> & {
  values: TicketView['values'];
};
export type CommentDraft = { text: string; isPublic: boolean };

/** The ticket on the agent's screen: as it is saved, and with what the agent, or the app, has changed since. */
export type TicketModel = {
  saved(): TicketView;
  /** The saved ticket with the draft laid over it. */
  current(): TicketView;
  draft(): TicketDraft;
  comment(): CommentDraft;
  change(changes: Partial<TicketDraft>): void;
  changeComment(changes: Partial<CommentDraft>): void;
  /** Takes the ticket as the server has it now; what the agent has touched stays. */
  replaceSaved(ticket: TicketView): void;
  /** Takes the ticket as it was saved by a submit: nothing is touched any more, and the comment has gone. */
  replaceSubmitted(ticket: TicketView): void;
  /** Called after every change, with the properties that differ now. */
  onChange(listener: (changes: TicketChange[]) => void): void;
};

export function buildTicketModel(initial: TicketView): TicketModel {
  let saved = initial;
  let draft: TicketDraft = { values: {} };
  let comment: CommentDraft = { text: '', isPublic: true };
  const listeners: ((changes: TicketChange[]) => void)[] = [];

  const current = (): TicketView => ({ ...saved, ...draft, values: { ...saved.values, ...draft.values } });
  const changeBy = (change: () => void) => {
    const before = current();
    change();
    const changes = readTicketChanges(before, current());
    for (const listener of listeners) listener(changes);
  };

  return {
    saved: () => saved,
    current,
    draft: () => draft,
    comment: () => comment,
    change: (changes) => {
      changeBy(() => {
        draft = { ...draft, ...changes, values: { ...draft.values, ...changes.values } };
      });
    },
    changeComment: (changes) => {
      changeBy(() => {
        comment = { ...comment, ...changes };
      });
    },
    replaceSaved: (ticket) => {
      changeBy(() => {
        draft = { ...draft, ...rebaseTags(draft, saved.tags, ticket.tags) };
        saved = ticket;
      });
    },
    replaceSubmitted: (ticket) => {
      changeBy(() => {
        saved = ticket;
        draft = { values: {} };
        comment = { ...comment, text: '' };
      });
    },
    onChange: (listener) => {
      listeners.push(listener);
    },
  };
}

/** The list of tags is saved as a whole: what others added or took away meanwhile must not be undone by it. */
function rebaseTags(
  { tags }: TicketDraft,
  old: readonly string[],
  next: readonly string[],
): Pick<TicketDraft, 'tags'> {
  if (tags === undefined) return {};
  const added = tags.filter((tag) => !old.includes(tag));
  const kept = next.filter((tag) => tags.includes(tag) || !old.includes(tag));
  return { tags: [...new Set([...kept, ...added])].sort() };
}
