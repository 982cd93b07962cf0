import type { Desk, Origin } from '../Desk';
import type { SimMacro } from '../entities/SimMacro';
import type { SimTicket } from '../entities/SimTicket';
import type { RuleValue } from '../entities/SimTrigger';
import { applyAction } from '../triggers/applyAction';
import { renderPlaceholders } from '../triggers/renderPlaceholders';
import type { TriggerRun } from '../triggers/TriggerRun';

/** The comment that a macro puts into the reply box; `public` is undefined where the macro leaves it to the agent. */
export type MacroComment = { body: string; isHtml: boolean; public: boolean | undefined };
export type AppliedMacro = { ticket: SimTicket; comment: MacroComment | undefined };

/**
 * The ticket as it would be after the macro, and its comment with the placeholders filled in. Nothing is saved: the
 * agent who applies a macro sends the update.
 */
export function applyMacro(desk: Desk, macro: SimMacro, current: SimTicket, origin: Origin): AppliedMacro {
  const ticket = structuredClone(current);
  const run: TriggerRun = {
    desk,
    ticket,
    before: current,
    comment: undefined,
    origin,
    notifications: [],
    webhookCalls: [],
  };
  let text: { template: string; isHtml: boolean } | undefined;
  let isPublic: boolean | undefined;
  for (const action of macro.actions) {
    if (action.field === 'comment_mode_is_public') isPublic = String(action.value) === 'true';
    else if (action.field === 'comment_value') text = { template: readText(action.value), isHtml: false };
    else if (action.field === 'comment_value_html') text = { template: readText(action.value), isHtml: true };
    else applyAction(macro, action, run);
  }
  const comment = text && {
    body: renderPlaceholders(text.template, run),
    isHtml: text.isHtml,
    public: isPublic,
  };
  return { ticket, comment };
}

/** The text alone, or `[channel, text]`. */
function readText(value: RuleValue): string {
  return String(Array.isArray(value) ? (value.at(-1) ?? '') : (value ?? ''));
}
