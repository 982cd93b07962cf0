import type { DeskCommand } from '../../use-cases/ports';
import { toAction } from './toDeskTicket';
import type { WireAudit } from './wire';

/**
 * Finds who set `value` in the field last: the newest audit with an event that made the field hold it (zendesk.md 8.4;
 * that `field_name` is the field's id as text is inferred there). `audits` are oldest first. The audit's id names the
 * asking: the same value set again later is another asking.
 */
export function findCommand(audits: WireAudit[], fieldId: string, value: string): DeskCommand | undefined {
  const action = toAction(value);
  if (action === undefined) return undefined;
  const isSetting = ({ events }: WireAudit) =>
    events.some((event) => String(event.field_name) === fieldId && event.value === value);
  const audit = [...audits].reverse().find(isSetting);
  return audit && { id: audit.id, action, actorId: audit.author_id };
}
