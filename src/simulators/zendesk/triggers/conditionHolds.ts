import type { AuditValue } from '../entities/SimAudit';
import { TICKET_PRIORITIES, TICKET_STATUSES } from '../entities/SimTicket';
import type { SimTicket } from '../entities/SimTicket';
import type { TriggerCondition } from '../entities/SimTrigger';
import { isStaff } from '../entities/SimUser';
import { isSameValue, readTicketValue } from '../tickets/readTicketChanges';
import { toTags } from '../tickets/tags';
import { readCustomFieldId } from './fieldNames';
import type { TriggerRun } from './TriggerRun';

/** Whether one condition of a trigger holds for the ticket as it stands now (zendesk.md 6.2). */
export function conditionHolds(condition: TriggerCondition, run: TriggerRun): boolean {
  const { field, operator = 'is' } = condition;
  const wanted = resolveValue(String(condition.value ?? ''), run);
  switch (field) {
    case 'update_type':
      return isOrIsNot(operator, (run.before === undefined ? 'Create' : 'Change') === wanted);
    case 'current_tags':
      return isOrIsNot(
        operator,
        toTags(wanted).some((tag) => run.ticket.tags.includes(tag)),
      );
    case 'comment_is_public':
      return isOrIsNot(operator, isCommentOfKind(wanted, run));
    case 'role':
    case 'current_user':
      return isOrIsNot(operator, isActor(wanted, run));
    case 'via_id':
      return isOrIsNot(operator, String(run.ticket.via_id) === wanted);
    case 'current_via_id':
      return isOrIsNot(operator, String(run.origin.viaId) === wanted);
    case 'subject_includes_word':
      return isOrIsNot(operator, includesWord(run.ticket.subject, wanted));
    case 'comment_includes_word':
      return isOrIsNot(operator, includesWord(run.comment?.body ?? '', wanted));
    default:
      return valueHolds(field, operator, wanted, run);
  }
}

function valueHolds(field: string, operator: string, wanted: string, run: TriggerRun): boolean {
  const now = readValue(run.ticket, field, run);
  const before = run.before === undefined ? null : readValue(run.before, field, run);
  const changed = !isSameValue(now, before);
  switch (operator) {
    case 'is':
      return (now ?? '') === wanted;
    case 'is_not':
      return (now ?? '') !== wanted;
    case 'present':
      return now !== null;
    case 'not_present':
      return now === null;
    case 'changed':
      return changed;
    case 'not_changed':
      return !changed;
    case 'value':
      return changed && (now ?? '') === wanted;
    case 'not_value':
      return !(changed && (now ?? '') === wanted);
    case 'value_previous':
      return changed && (before ?? '') === wanted;
    case 'not_value_previous':
      return !(changed && (before ?? '') === wanted);
    case 'less_than':
      return readRank(field, now) < readRank(field, wanted);
    case 'greater_than':
      return readRank(field, now) > readRank(field, wanted);
    default:
      return false;
  }
}

/** Operators of fields that are either so or not so; any other operator is refused when the trigger is saved. */
function isOrIsNot(operator: string, holds: boolean): boolean {
  return operator.startsWith('not_') || operator === 'is_not' ? !holds : holds;
}

function readValue(ticket: SimTicket, field: string, run: TriggerRun): AuditValue {
  const userFieldKey = /^requester\.custom_fields\.(\w+)$/.exec(field)?.[1];
  if (userFieldKey !== undefined) {
    const value = run.desk.world.users.get(ticket.requester_id)?.user_fields[userFieldKey] ?? null;
    return value === null ? null : String(value);
  }
  return readTicketValue(ticket, readCustomFieldId(field) ?? field) ?? null;
}

/** Rules may name a person by their part in the ticket instead of by id. */
function resolveValue(value: string, run: TriggerRun): string {
  if (value === 'requester_id') return String(run.ticket.requester_id);
  if (value === 'assignee_id') return String(run.ticket.assignee_id ?? '');
  return value;
}

function isActor(wanted: string, run: TriggerRun): boolean {
  const { actor } = run.origin;
  if (wanted === 'agent') return isStaff(actor);
  if (wanted === 'end_user') return !isStaff(actor);
  return wanted === 'all' || wanted === actor.role || wanted === String(actor.id);
}

/** `not_relevant` means any comment. */
function isCommentOfKind(wanted: string, run: TriggerRun): boolean {
  if (run.comment === undefined) return false;
  if (wanted === 'not_relevant') return true;
  return run.comment.public === (wanted === 'true' || wanted === 'requester_can_see_comment');
}

function includesWord(text: string, words: string): boolean {
  const spoken = text.toLowerCase().split(/[^\p{L}\p{N}_]+/u);
  return words
    .toLowerCase()
    .split(/\s+/)
    .some((word) => word !== '' && spoken.includes(word));
}

function readRank(field: string, value: AuditValue): number {
  const order: readonly string[] = field === 'priority' ? TICKET_PRIORITIES : TICKET_STATUSES;
  return typeof value === 'string' ? order.indexOf(value) : -1;
}
