import { readSubjectTags } from '../../domain/tickets/ticketSubject';
import { isLine } from '../../domain/line/line';
import { toCommandAction } from '../../domain/tickets/command';
import type { CommandAction } from '../../domain/tickets/command';
import { CREDIT_STATES } from '../../domain/tickets/creditState';
import type { CreditState } from '../../domain/tickets/creditState';
import type { DeskTicket } from '../../use-cases/ports/desk';
import type { FieldIds } from './buildFieldCatalog';
import type { WireTicket } from './wire';

/** Prefixes of the values of both our dropdowns: values are tags, and tags of all fields share one space. */
export const CREDIT_PREFIX = 'credit_';
const ACTION_PREFIX = 'credit_action_';

/** People tag the problem ticket of a defect with it (design.md, section 4). */
const DEFECT_TAG = 'software_defect';

/** Zendesk tags a ticket that was merged into another one (zendesk.md 8.2). */
const MERGED_TAG = 'closed_by_merge';

const TYPES = ['problem', 'incident', 'question', 'task'] as const;

/** Maps a ticket of the wire; values that are not ours read as an empty field. */
export function toDeskTicket(ticket: WireTicket, fieldIds: FieldIds): DeskTicket {
  const line = readField(ticket, fieldIds.line);
  const tags = new Set(ticket.tags);
  const source = ticket.via?.source;
  return {
    id: ticket.id,
    requesterId: ticket.requester_id,
    line: isLine(line) ? line : undefined,
    creditState: toCreditState(readField(ticket, fieldIds.credit)),
    action: toAction(readField(ticket, fieldIds.action)),
    status: ticket.status,
    createdAt: ticket.created_at,
    updatedAt: ticket.updated_at,
    type: TYPES.find((type) => type === ticket.type),
    problemTicketId: ticket.problem_id ?? undefined,
    isDefect: tags.has(DEFECT_TAG),
    followUpOf: source?.rel === 'follow_up' ? (source.from?.ticket_id ?? undefined) : undefined,
    followUpIds: ticket.followup_ids ?? [],
    isMerged: tags.has(MERGED_TAG),
    // Values of dropdowns are tags, so neither field has to be found, or to be there at all.
    ...readSubjectTags([...tags]),
  };
}

/** The text that stands in a custom field; undefined when it is empty or of another kind. */
export function readField(ticket: Pick<WireTicket, 'custom_fields'>, fieldId: string): string | undefined {
  const value = ticket.custom_fields?.find((field) => field.id === fieldId)?.value;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The state behind a value of the credit field; undefined when it is none. */
export function toCreditState(value: unknown): CreditState | undefined {
  return CREDIT_STATES.find((state) => value === `${CREDIT_PREFIX}${state}`);
}

/** The action behind a value of the command field; undefined when it is none. */
export function toAction(value: string | undefined): CommandAction | undefined {
  return value?.startsWith(ACTION_PREFIX) ? toCommandAction(value.slice(ACTION_PREFIX.length)) : undefined;
}
