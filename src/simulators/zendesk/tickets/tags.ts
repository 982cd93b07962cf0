import type { SimTicket } from '../entities/SimTicket';
import type { SimTicketField } from '../entities/SimTicketField';
import type { FieldValue } from '../entities/FieldValue';

/** Tags as Zendesk keeps them, from a list or from text split by spaces or commas: lower case, sorted, none twice. */
export function toTags(value: string | readonly string[]): string[] {
  const texts = typeof value === 'string' ? [value] : value;
  const tags = texts.flatMap((text) => text.toLowerCase().split(/[\s,]+/)).filter((tag) => tag !== '');
  return [...new Set(tags)].sort();
}

/**
 * Gives the ticket these tags and no others. A dropdown's value is kept as a tag: an added tag that is an option's
 * value sets its field (the last one added wins and the field's other option tags go), a removed one empties it.
 */
export function setTags(ticket: SimTicket, tags: readonly string[], fields: readonly SimTicketField[]): void {
  const added = tags.filter((tag) => !ticket.tags.includes(tag));
  let next = toTags(tags);
  for (const field of fields) {
    const values = readOptionTags(field);
    const chosen = added.filter((tag) => values.includes(tag)).at(-1);
    const current = ticket.custom_fields[String(field.id)];
    if (chosen !== undefined) {
      ticket.custom_fields[String(field.id)] = chosen;
      next = next.filter((tag) => tag === chosen || !values.includes(tag));
    } else if (typeof current === 'string' && values.includes(current) && !next.includes(current)) {
      ticket.custom_fields[String(field.id)] = null;
    }
  }
  ticket.tags = next;
}

/**
 * Sets a custom field; of a dropdown, the tag of the old option goes and that of the new one comes. A field that is
 * switched off is passed over.
 */
export function setFieldValue(ticket: SimTicket, field: SimTicketField, value: FieldValue): void {
  if (!field.active) return;
  const values = readOptionTags(field);
  ticket.custom_fields[String(field.id)] = value === '' ? null : value;
  if (values.length === 0) return;
  const kept = ticket.tags.filter((tag) => !values.includes(tag));
  ticket.tags = toTags(typeof value === 'string' ? [...kept, value] : kept);
}

/** The tags that stand for options of the field; none for a field that is no dropdown or is switched off. */
function readOptionTags(field: SimTicketField): string[] {
  return field.type === 'tagger' && field.active
    ? field.custom_field_options.map((option) => option.value)
    : [];
}
