import { showToast } from '../dom/showToast';
import type { ToastKind } from '../dom/showToast';
import { ApiError, buildNoSuchApi } from './ApiError';
import type { HostPage, Instance } from './HostPage';
import { requireTicket } from './requireTicket';

type Action = (args: unknown[], page: HostPage, instance: Instance) => unknown;

const MAX_HEIGHT_PX = 4000;
const TOAST_KINDS: readonly string[] = ['notice', 'alert', 'error'] satisfies ToastKind[];

/** The actions of zendesk.md 2.2 that a page with one instance of the app can do. */
const ACTIONS: Record<string, Action> = {
  resize: ([size], _page, { frame }) => {
    // A place beside a ticket has its width from the page: only the height is the app's.
    const height = parseFloat(String((size as { height?: unknown } | undefined)?.height));
    if (Number.isFinite(height))
      frame.style.height = `${String(Math.min(Math.max(height, 0), MAX_HEIGHT_PX))}px`;
  },
  notify: ([message, kind, durationMs]) => {
    const known = TOAST_KINDS.includes(String(kind)) ? (kind as ToastKind) : 'notice';
    showToast(String(message), known, typeof durationMs === 'number' ? durationMs : undefined);
  },
  'ticket.tags.add': ([tags], page) => changeTags(page, (old) => [...old, ...toTags(tags)]),
  'ticket.tags.remove': ([tags], page) => {
    const gone = toTags(tags);
    return changeTags(page, (old) => old.filter((tag) => !gone.includes(tag)));
  },
  'comment.appendText': ([text], page) => {
    const ticket = requireTicket(page);
    ticket.changeComment({ text: ticket.comment().text + String(text) });
  },
  routeTo: ([place, id]) => {
    location.assign(toAddress(place, id));
  },
  // Only apps in the top bar have a popover, and the vendor's statistics go nowhere: both are answered, for a
  // call without an answer is rejected by the SDK after a while.
  popover: () => null,
  track: () => null,
};

/** Does one action of `client.invoke`; throws an ApiError for one that is not there. */
export function invokeAction(name: string, args: unknown[], page: HostPage, instance: Instance): unknown {
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  if (action === undefined) throw buildNoSuchApi();
  return action(args, page, instance);
}

/** Tags are part of the draft, as in Zendesk: they are saved when the agent submits. */
function changeTags(page: HostPage, change: (tags: string[]) => string[]): string[] {
  const ticket = requireTicket(page);
  const tags = [...new Set(change(ticket.current().tags))].sort();
  ticket.change({ tags });
  return tags;
}

function toTags(tags: unknown): string[] {
  const list = Array.isArray(tags) ? tags.map(String) : String(tags).split(/[\s,]+/);
  return list.map((tag) => tag.trim().toLowerCase()).filter((tag) => tag !== '');
}

function toAddress(place: unknown, id: unknown): string {
  if (place === 'ticket' && /^\d+$/.test(String(id))) return `/agent/tickets/${String(id)}`;
  if (place === 'ticket' && id === 'new') return '/agent/tickets/new/1';
  if (place === 'nav_bar') return '/agent/nav/support-credits';
  throw new ApiError(`There is no way to ${String(place)} ${String(id)}`);
}
