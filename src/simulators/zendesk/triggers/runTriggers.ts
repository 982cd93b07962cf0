import type { SimTrigger } from '../entities/SimTrigger';
import { readTicketChanges } from '../tickets/readTicketChanges';
import { applyAction } from './applyAction';
import { conditionHolds } from './conditionHolds';
import type { TriggerRun } from './TriggerRun';

/**
 * Runs the cycle of zendesk.md 6.4 on an update: all active triggers in order; after one that changed the ticket,
 * again from the top among those that have not fired; each fires at most once. Answers those that fired, and which of
 * them changed each field last, by the field's name in audits.
 */
export function runTriggers(run: TriggerRun): { fired: SimTrigger[]; changedBy: Map<string, SimTrigger> } {
  const firedInOrder: SimTrigger[] = [];
  const changedBy = new Map<string, SimTrigger>();
  let waiting = run.desk.world.triggers.filter((trigger) => trigger.active);
  waiting.sort((one, other) => one.position - other.position || one.id - other.id);
  let next: SimTrigger | undefined;
  let from = 0;
  while ((next = waiting[from]) !== undefined) {
    if (!triggerHolds(next, run)) {
      from += 1;
      continue;
    }
    const fired = next;
    firedInOrder.push(fired);
    const before = structuredClone(run.ticket);
    for (const action of fired.actions) applyAction(fired, action, run);
    const changes = readTicketChanges(before, run.ticket);
    for (const change of changes) changedBy.set(change.field_name, fired);
    waiting = waiting.filter((trigger) => trigger !== fired);
    if (changes.length > 0) from = 0;
  }
  return { fired: firedInOrder, changedBy };
}

function triggerHolds(trigger: SimTrigger, run: TriggerRun): boolean {
  const { all, any } = trigger.conditions;
  return (
    all.every((condition) => conditionHolds(condition, run)) &&
    (any.length === 0 || any.some((condition) => conditionHolds(condition, run)))
  );
}
