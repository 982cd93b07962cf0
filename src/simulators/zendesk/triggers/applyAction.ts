import type { RuleValue, TriggerAction } from '../entities/SimTrigger';
import { TICKET_PRIORITIES, TICKET_STATUSES, TICKET_TYPES } from '../entities/SimTicket';
import { setFieldValue, setTags, toTags } from '../tickets/tags';
import { readCustomFieldId } from './fieldNames';
import { renderPlaceholders } from './renderPlaceholders';
import type { TriggerRun } from './TriggerRun';

/** Does one action of a trigger that fired, or of a macro (zendesk.md 6.3). Webhooks and mails are only noted in the run. */
export function applyAction(rule: { id: number }, action: TriggerAction, run: TriggerRun): void {
  const { ticket } = run;
  const text = Array.isArray(action.value) ? '' : String(action.value ?? '');
  switch (action.field) {
    case 'current_tags':
      return applyTags(run, [...ticket.tags, ...toTags(text)]);
    case 'remove_tags':
      return applyTags(
        run,
        ticket.tags.filter((tag) => !toTags(text).includes(tag)),
      );
    case 'set_tags':
      return applyTags(run, toTags(text));
    case 'status':
      ticket.status = TICKET_STATUSES.find((status) => status === text) ?? ticket.status;
      return;
    case 'type':
      ticket.type = TICKET_TYPES.find((type) => type === text) ?? null;
      return;
    case 'priority':
      ticket.priority = TICKET_PRIORITIES.find((priority) => priority === text) ?? null;
      return;
    case 'assignee_id':
      ticket.assignee_id = readPersonId(text, run);
      return;
    case 'subject':
      ticket.subject = renderPlaceholders(text, run);
      return;
    case 'group_id':
      ticket.group_id = text === '' ? null : Number(text);
      return;
    case 'notification_webhook':
      return noteWebhook(action.value, run);
    case 'notification_user':
      return noteMail(rule.id, action.value, run);
    default:
      return applyField(action, run);
  }
}

function applyTags(run: TriggerRun, tags: string[]): void {
  setTags(run.ticket, tags, run.desk.world.ticketFields.all());
}

function applyField(action: TriggerAction, run: TriggerRun): void {
  const field = run.desk.world.ticketFields.get(Number(readCustomFieldId(action.field)));
  if (field === undefined || Array.isArray(action.value)) return;
  setFieldValue(run.ticket, field, action.value);
}

function noteWebhook(value: RuleValue, run: TriggerRun): void {
  if (!Array.isArray(value)) return;
  const [webhookId, ...rest] = value;
  const pairs = rest.filter((part) => Array.isArray(part));
  const body =
    pairs.length > 0
      ? pairs.map(([name, part]): [string, string] => [name, renderPlaceholders(part, run)])
      : renderPlaceholders(String(rest[0] ?? ''), run);
  run.webhookCalls.push({ webhookId: String(webhookId), body, title: run.ticket.subject });
}

function noteMail(triggerId: number, value: RuleValue, run: TriggerRun): void {
  if (!Array.isArray(value)) return;
  const [who, subject, body] = value.map(String);
  const recipient = readPersonId(who ?? '', run);
  if (recipient === null) return;
  run.notifications.push({
    triggerId,
    subject: renderPlaceholders(subject ?? '', run),
    body: renderPlaceholders(body ?? '', run),
    recipients: [recipient],
  });
}

function readPersonId(text: string, run: TriggerRun): number | null {
  if (text === 'requester_id') return run.ticket.requester_id;
  if (text === 'assignee_id') return run.ticket.assignee_id;
  if (text === 'current_user') return run.origin.actor.id;
  return /^\d+$/.test(text) ? Number(text) : null;
}
