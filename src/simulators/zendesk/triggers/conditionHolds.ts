import type { AuditValue } from '../entities/SimAudit';
import { TICKET_PRIORITIES, TICKET_STATUSES } from '../entities/SimTicket';
import type { TriggerCondition } from '../entities/SimTrigger';
import { isStaff } from '../entities/SimUser';
import { isSameValue } from '../tickets/readTicketChanges';
import { toTags } from '../tickets/tags';
import { countReopens, countReplies } from './countHistory';
import { readRuleValue } from './readRuleValue';
import type { TriggerRun } from './TriggerRun';

/** Whether one condition of a trigger holds for the ticket as it stands now (zendesk.md 6.2). */
export function conditionHolds(condition: TriggerCondition, run: TriggerRun): boolean {
  const { field, operator = 'is' } = condition;
  const wanted = resolveValue(toText(condition.value), run);
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
    case 'ticket_is_public':
      return isOrIsNot(operator, run.ticket.is_public === (wanted === 'public' || wanted === 'true'));
    case 'in_business_hours':
      // An account without a schedule is always open.
      return isOrIsNot(operator, wanted !== 'false');
    case 'satisfaction_score':
      return isOrIsNot(operator, wanted === 'unoffered');
    case 'replies':
      return compare(operator, countReplies(run), Number(wanted));
    case 'reopens':
      return compare(operator, countReopens(run), Number(wanted));
    default:
      return valueHolds(field, operator, wanted, run);
  }
}

function valueHolds(field: string, operator: string, wanted: string, run: TriggerRun): boolean {
  const now = readRuleValue(run.ticket, field, run.desk.world);
  const before = run.before === undefined ? null : readRuleValue(run.before, field, run.desk.world);
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
    case 'includes':
      return wanted.split(/\s+/).some((one) => listValues(now).includes(one));
    case 'not_includes':
      return !wanted.split(/\s+/).some((one) => listValues(now).includes(one));
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

function listValues(value: AuditValue): readonly string[] {
  return value === null ? [] : typeof value === 'string' ? [value] : value;
}

function compare(operator: string, count: number, wanted: number): boolean {
  if (operator === 'less_than') return count < wanted;
  if (operator === 'greater_than') return count > wanted;
  return isOrIsNot(operator, count === wanted);
}

/** Several values stand in a list or in one text, parted by spaces. */
function toText(value: TriggerCondition['value']): string {
  return Array.isArray(value) ? value.map(String).join(' ') : String(value ?? '');
}

/** Rules may name a person by their part in the ticket instead of by id. */
function resolveValue(value: string, run: TriggerRun): string {
  if (value === 'requester_id') return String(run.ticket.requester_id);
  if (value === 'current_user') return String(run.origin.actor.id);
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
