import type { FieldValue } from '../entities/FieldValue';
import { TICKET_PRIORITIES, TICKET_STATUSES, TICKET_TYPES } from '../entities/SimTicket';
import type { SimTicketField } from '../entities/SimTicketField';
import type { SimUser } from '../entities/SimUser';
import { buildBadRequest, buildRecordInvalid } from '../errors/VendorError';
import { isRecord } from '../wire/isRecord';
import type { World } from '../world/World';
import { toTags } from './tags';
import type { NewComment, TicketChanges } from './TicketChanges';
import { toRegExp } from './toRegExp';

/**
 * The `ticket` of a create or update, checked: 400 for what has the wrong form, 422 RecordInvalid for values that
 * Zendesk would not keep. Properties that the simulator does not know are passed over.
 */
export function parseTicketInput(input: unknown, world: World, actor: SimUser): TicketChanges {
  if (!isRecord(input)) throw buildBadRequest('ticket must be an object');
  const changes: TicketChanges = {};
  if (input.subject !== undefined) changes.subject = String(input.subject ?? '');
  if (input.external_id !== undefined) changes.external_id = toTextOrNull(input.external_id);
  if (input.status !== undefined) changes.status = parseOneOf('status', input.status, TICKET_STATUSES);
  if (input.type !== undefined) changes.type = parseOptional('type', input.type, TICKET_TYPES);
  if (input.priority !== undefined) {
    changes.priority = parseOptional('priority', input.priority, TICKET_PRIORITIES);
  }
  if (input.tags !== undefined) changes.tags = parseTags(input.tags);
  if (input.custom_fields !== undefined) changes.customFields = parseFields(input.custom_fields, world);
  if (input.comment !== undefined) changes.comment = parseComment(input.comment, world, actor);
  return { ...changes, ...parseIds(input, world) };
}

export function parseTags(input: unknown): string[] {
  if (typeof input === 'string') return toTags(input);
  if (Array.isArray(input)) return toTags(input.map(String));
  throw buildBadRequest('tags must be a list of text');
}

function parseIds(input: Record<string, unknown>, world: World): TicketChanges {
  const ids: TicketChanges = {};
  if (input.requester_id !== undefined) {
    const requester = toId(input.requester_id);
    if (requester === null || !world.users.get(requester)) throw buildUnknown('requester', 'Requester');
    ids.requester_id = requester;
  }
  if (input.assignee_id !== undefined) {
    ids.assignee_id = toId(input.assignee_id);
    const assignee = ids.assignee_id === null ? undefined : world.users.get(ids.assignee_id);
    if (ids.assignee_id !== null && (assignee?.role ?? 'end-user') === 'end-user') {
      throw buildUnknown('assignee', 'Assignee');
    }
  }
  if (input.problem_id !== undefined) {
    ids.problem_id = toId(input.problem_id);
    const problem = ids.problem_id === null ? undefined : world.tickets.get(ids.problem_id);
    if (ids.problem_id !== null && (problem?.type !== 'problem' || problem.deleted)) {
      throw buildUnknown('problem_id', 'Problem');
    }
  }
  if (input.group_id !== undefined) ids.group_id = toId(input.group_id);
  return ids;
}

function parseComment(input: unknown, world: World, actor: SimUser): NewComment {
  if (!isRecord(input)) throw buildBadRequest('comment must be an object');
  const body = input.body ?? input.html_body;
  if (typeof body !== 'string' || body.trim() === '') {
    throw buildRecordInvalid({
      field: 'comment',
      description: 'Comment: cannot be blank',
      error: 'BlankValue',
    });
  }
  const authorId = toId(input.author_id) ?? actor.id;
  if (!world.users.get(authorId)) throw buildUnknown('author', 'Author');
  return { body, public: input.public !== false && input.public !== 'false', authorId };
}

function parseFields(input: unknown, world: World): { id: number; value: FieldValue }[] {
  const entries = isRecord(input) ? Object.entries(input).map(([id, value]) => ({ id, value })) : input;
  if (!Array.isArray(entries)) throw buildBadRequest('custom_fields must be a list');
  return entries.map((entry: unknown) => {
    const id = isRecord(entry) ? toId(entry.id) : null;
    if (id === null || !isRecord(entry)) throw buildBadRequest('custom_fields must hold {id, value}');
    return { id, value: parseFieldValue(entry.value ?? null, world.ticketFields.get(id)) };
  });
}

function parseFieldValue(value: unknown, field: SimTicketField | undefined): FieldValue {
  const isPlain = value === null || ['string', 'number', 'boolean'].includes(typeof value);
  const isList = Array.isArray(value) && value.every((part) => typeof part === 'string');
  if (!isPlain && !isList)
    throw buildBadRequest('the value of a custom field must be text, number or boolean');
  const isOption = field?.custom_field_options.some((option) => option.value === value);
  if (field?.type === 'tagger' && value !== null && value !== '' && isOption !== true) {
    throw buildRecordInvalid({
      field: 'base',
      description: `${field.title}: ${String(value)} is not a valid option`,
      error: 'InvalidValue',
    });
  }
  requireMatch(value, field);
  return value as FieldValue;
}

/** The account refuses a value that the pattern of a `regexp` field does not match; the wording is from memory. */
function requireMatch(value: unknown, field: SimTicketField | undefined): void {
  if (field?.type !== 'regexp' || value === null || value === '') return;
  if (toRegExp(field.regexp_for_validation ?? '')?.test(String(value)) === true) return;
  throw buildRecordInvalid({
    field: 'base',
    description: `${field.title}: is invalid`,
    error: 'InvalidValue',
  });
}

function parseOneOf<Value extends string>(name: string, input: unknown, values: readonly Value[]): Value {
  const found = values.find((value) => value === input);
  if (found !== undefined) return found;
  throw buildRecordInvalid({
    field: name,
    description: `${name}: ${String(input)} is not included in the list`,
    error: 'InclusionError',
  });
}

function parseOptional<Value extends string>(
  name: string,
  input: unknown,
  values: readonly Value[],
): Value | null {
  return input === null || input === '' ? null : parseOneOf(name, input, values);
}

function toId(input: unknown): number | null {
  if (input === null || input === undefined || input === '') return null;
  const id = Number(input);
  if (!Number.isSafeInteger(id) || id < 0) throw buildBadRequest(`${String(input)} is not an id`);
  return id;
}

function toTextOrNull(input: unknown): string | null {
  return input === null ? null : String(input);
}

function buildUnknown(field: string, title: string) {
  return buildRecordInvalid({ field, description: `${title}: is invalid`, error: 'InvalidValue' });
}
