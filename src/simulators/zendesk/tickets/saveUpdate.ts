import { readWireTime } from '../Desk';
import type { Desk, Origin } from '../Desk';
import type { SimAudit, SimAuditEvent } from '../entities/SimAudit';
import type { SimTicket } from '../entities/SimTicket';
import type { SimTrigger } from '../entities/SimTrigger';
import type { Via } from '../entities/Via';
import { keepMails } from '../triggers/keepMails';
import type { TriggerRun } from '../triggers/TriggerRun';
import { runTriggers } from '../triggers/runTriggers';
import { keepUses } from '../triggers/triggerUses';
import { readTicketChanges } from './readTicketChanges';
import { stamp } from './stamp';
import type { NewComment } from './TicketChanges';
import { toHtmlBody } from './toHtmlBody';

/** One update, ready to be saved: `ticket` is a copy that already carries what was asked for. */
export type Update = {
  ticket: SimTicket;
  before: SimTicket | undefined;
  comment: NewComment | undefined;
  origin: Origin;
  /** False for what the system does by itself; triggers run when it is absent. */
  runsTriggers?: boolean;
};

const NO_TRIGGERS: ReturnType<typeof runTriggers> = { fired: [], changedBy: new Map() };

/**
 * Runs the triggers on an update and saves ticket, comment and one audit that holds the user's events and the net
 * changes of the triggers; then tells the listeners and lets the webhooks leave. An update that changes nothing is
 * not saved and runs no trigger; its audit has no events.
 */
export function saveUpdate(desk: Desk, update: Update): SimAudit {
  const { ticket, before, comment, origin, runsTriggers = true } = update;
  const asked = readTicketChanges(before, ticket);
  const audit = buildAudit(desk, update);
  if (before !== undefined && asked.length === 0 && comment === undefined) return audit;

  Object.assign(ticket, stamp(desk.clock));
  const afterUser = structuredClone(ticket);
  const run: TriggerRun = { desk, ticket, before, comment, origin, notifications: [], webhookCalls: [] };
  const { fired, changedBy } = runsTriggers ? runTriggers(run) : NO_TRIGGERS;

  const nextId = () => desk.world.ids.nextId();
  if (comment !== undefined) audit.events.push(saveComment(desk, audit, comment));
  for (const { field_name, value, previous_value } of asked) {
    audit.events.push(
      before === undefined
        ? { id: nextId(), type: 'Create', field_name, value }
        : { id: nextId(), type: 'Change', field_name, value, previous_value },
    );
  }
  for (const change of readTicketChanges(afterUser, ticket)) {
    const trigger = changedBy.get(change.field_name);
    audit.events.push({
      id: nextId(),
      type: 'Change',
      ...change,
      ...(trigger && { via: toRuleVia(trigger) }),
    });
  }
  for (const { triggerId, ...mail } of run.notifications) {
    const trigger = desk.world.triggers.get(triggerId);
    if (trigger) audit.events.push({ id: nextId(), type: 'Notification', ...mail, via: toRuleVia(trigger) });
  }
  keepMails(run);
  keepUses(desk, fired);
  desk.world.audits.put(audit);
  desk.world.tickets.put(ticket);
  desk.events.emit('ticket.updated', ticket.id, origin.actor.id);
  for (const call of run.webhookCalls) desk.sendWebhook(call);
  return audit;
}

function buildAudit(desk: Desk, { ticket, origin }: Update): SimAudit {
  return {
    id: desk.world.ids.nextId(),
    ticket_id: ticket.id,
    // Whoever made the update, also when its comment is written in someone else's name.
    author_id: origin.actor.id,
    created_at: readWireTime(desk.clock),
    via: origin.via,
    metadata: { system: {}, custom: {} },
    events: [],
  };
}

function saveComment(desk: Desk, audit: SimAudit, comment: NewComment): SimAuditEvent {
  const id = desk.world.ids.nextId();
  desk.world.comments.put({
    id,
    ticket_id: audit.ticket_id,
    audit_id: audit.id,
    author_id: comment.authorId,
    body: comment.body,
    public: comment.public,
    via: audit.via,
    created_at: audit.created_at,
  });
  return {
    id,
    type: 'Comment',
    author_id: comment.authorId,
    body: comment.body,
    html_body: toHtmlBody(comment.body),
    plain_body: comment.body,
    public: comment.public,
    attachments: [],
  };
}

/** The mark of a trigger's change (zendesk.md 8.4). */
function toRuleVia(trigger: SimTrigger): Via {
  return {
    channel: 'rule',
    source: { from: { id: trigger.id, title: trigger.title }, to: {}, rel: 'trigger' },
  };
}
