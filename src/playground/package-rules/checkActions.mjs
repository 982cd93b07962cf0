import { checkTemplate } from './checkTemplate.mjs';
import { isRecord } from './isRecord.mjs';
import { listOf, tagsOf } from './tags.mjs';

const SHARED = ['status', 'type', 'priority', 'group_id', 'assignee_id', 'current_tags', 'remove_tags'];

/** What a trigger and a macro can do, as far as we use it (zendesk.md 6.3). */
const ACTIONS = {
  trigger: [...SHARED, 'notification_user', 'notification_webhook'],
  macro: [...SHARED, 'comment_value', 'comment_mode_is_public'],
};

/** Whom a mail goes to. */
const RECIPIENTS = ['requester_id', 'assignee_id'];

/**
 * Problems of the actions of a trigger or a macro: actions that there are, references into the same file, templates that
 * can be rendered.
 * @param {string} where
 * @param {unknown} actions
 * @param {{ kind: 'trigger' | 'macro', requirements: Record<string, unknown> }} context
 * @returns {string[]}
 */
export function checkActions(where, actions, { kind, requirements }) {
  const list = listOf(actions);
  if (list.length === 0) return [`${where} has no actions.`];
  return list.flatMap(({ field, value }) => {
    if (!ACTIONS[kind].includes(String(field))) {
      return [`${where} has the action ${String(field)}, which a ${kind} does not know.`];
    }
    return checkValue(where, String(field), value, requirements);
  });
}

/**
 * @param {string} where
 * @param {string} field
 * @param {unknown} value
 * @param {Record<string, unknown>} requirements
 */
function checkValue(where, field, value, requirements) {
  switch (field) {
    case 'notification_webhook':
      return checkNotification(where, value, requirements);
    case 'notification_user':
      return checkMail(where, value, requirements);
    case 'comment_value':
      return checkTemplate(where, value, requirements);
    case 'comment_mode_is_public':
      return ['true', 'false'].includes(String(value))
        ? []
        : [`${where} has a reply neither public nor private.`];
    case 'current_tags':
    case 'remove_tags':
      return tagsOf(value).length > 0 ? [] : [`${where} has the action ${field} without a tag.`];
    default:
      return [];
  }
}

/**
 * @param {string} where
 * @param {unknown} value
 * @param {Record<string, unknown>} requirements
 */
function checkMail(where, value, requirements) {
  const [recipient, subject, body] = Array.isArray(value) ? value : [];
  const problems = RECIPIENTS.includes(recipient)
    ? []
    : [`${where} mails to ${String(recipient)}, who is nobody.`];
  return [...problems, ...[subject, body].flatMap((text) => checkTemplate(where, text, requirements))];
}

/**
 * @param {string} where
 * @param {unknown} value
 * @param {Record<string, unknown>} requirements
 */
function checkNotification(where, value, requirements) {
  const [webhook, body] = Array.isArray(value) ? value : [];
  const { webhooks } = requirements;
  const isKnown = isRecord(webhooks) && String(webhook) in webhooks;
  const problems = isKnown ? [] : [`${where} names the unknown webhook ${String(webhook)}.`];
  // Placeholders stand inside strings, so the body is JSON before they are filled as well.
  if (!isJson(body)) problems.push(`${where} sends a body that is not JSON.`);
  return [...problems, ...checkTemplate(where, body, requirements)];
}

/** @param {unknown} text */
function isJson(text) {
  try {
    JSON.parse(String(text));
    return true;
  } catch {
    return false;
  }
}
