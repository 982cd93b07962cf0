import type { DeskCommand } from '../../use-cases/ports/desk';
import { toAction } from './toDeskTicket';
import type { WireAudit } from './wire';

/**
 * Finds who set `value` in the field last: the newest audit with an event that made the field hold it (zendesk.md 8.4;
 * that `field_name` is the field's id as text is inferred there). The audits may stand in any order. The audit's id names
 * the asking: the same value set again later is another asking.
 */
export function findCommand(audits: WireAudit[], fieldId: string, value: string): DeskCommand | undefined {
  const action = toAction(value);
  if (action === undefined) return undefined;
  const isSetting = ({ events }: WireAudit) =>
    events.some((event) => String(event.field_name) === fieldId && event.value === value);
  const audit = audits.filter(isSetting).sort(compareNewestFirst)[0];
  return audit && { id: audit.id, action, actorId: audit.author_id };
}

/** True when nothing newer than these audits can be in what follows them, as far as their own order tells. */
export function areNewestFirst(audits: readonly WireAudit[]): boolean {
  const [first, last] = [audits[0], audits[audits.length - 1]];
  return first !== undefined && last !== undefined && compareNewestFirst(first, last) < 0;
}

/** Orders audits by time, which counts seconds; within a second by id, which grows. An id may be too long for a number. */
export function compareNewestFirst(one: WireAudit, other: WireAudit): number {
  const byTime = compare(other.created_at ?? '', one.created_at ?? '');
  return byTime || other.id.length - one.id.length || compare(other.id, one.id);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
