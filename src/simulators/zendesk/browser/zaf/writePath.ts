import type { TicketView } from '../../pages/views/TicketView';
import { readStatusChoices, TYPE_OPTIONS } from '../agent/ticketWords';
import { ApiError, buildNoSuchApi } from './ApiError';
import type { HostPage } from './HostPage';
import { requireTicket } from './requireTicket';

/**
 * Does one path of `client.set`: it changes the draft on the agent's screen and nothing on the server. Answers the
 * value; throws an ApiError for a path that cannot be set or a value that it cannot take (zendesk.md 2.1).
 */
export function writePath(path: string, value: unknown, page: HostPage): unknown {
  const ticket = requireTicket(page);
  const fieldId = /^ticket\.customField:custom_field_(\d+)$/.exec(path)?.[1];
  if (fieldId !== undefined) {
    if (!Object.hasOwn(ticket.current().values, fieldId)) throw buildNoSuchApi();
    ticket.change({ values: { [fieldId]: toFieldValue(value) } });
    return value;
  }
  switch (path) {
    case 'ticket.subject':
      ticket.change({ subject: String(value) });
      return value;
    case 'ticket.status':
      ticket.change({
        status: requireOption<TicketView['status']>(value, readStatusChoices(ticket.saved().status)),
      });
      return value;
    case 'ticket.type':
      ticket.change({ type: requireOption<NonNullable<TicketView['type']>>(value, TYPE_OPTIONS) });
      return value;
    case 'comment.text':
      ticket.changeComment({ text: String(value) });
      return value;
    case 'comment.type':
      ticket.changeComment({ isPublic: value !== 'internalNote' });
      return value;
    default:
      throw buildNoSuchApi();
  }
}

function requireOption<Value extends string>(value: unknown, options: { value: string }[]): Value {
  if (typeof value !== 'string' || value === '' || !options.some((option) => option.value === value)) {
    throw new ApiError(`"${String(value)}" is not one of its values`);
  }
  return value as Value;
}

function toFieldValue(value: unknown): TicketView['values'][string] {
  if (value === null || value === '' || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(String);
  throw new ApiError('A field holds text, a number, yes or no, or a list of texts');
}
