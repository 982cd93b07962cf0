import type { SimTicketField } from '../../entities/SimTicketField';
import type { World } from '../../world/World';

/** A ticket field as a page shows it; the title is that of the reader, agent or client. */
export type FieldView = {
  id: number;
  type: string;
  title: string;
  options: { name: string; value: string }[];
};

/** The active ticket fields in their order, with the titles that agents see. */
export function readAgentFields(world: World): FieldView[] {
  return readActive(world).map((field) => toFieldView(field, field.title));
}

/** The fields that a client may see; `editableOnly` leaves those that a client may fill in. */
export function readPortalFields(world: World, { editableOnly }: { editableOnly: boolean }): FieldView[] {
  return readActive(world)
    .filter((field) => field.visible_in_portal && (field.editable_in_portal || !editableOnly))
    .map((field) => toFieldView(field, field.title_in_portal || field.title));
}

function readActive(world: World): SimTicketField[] {
  return world.ticketFields.filter((field) => field.active).sort((a, b) => a.position - b.position);
}

function toFieldView(field: SimTicketField, title: string): FieldView {
  const options = field.custom_field_options.map(({ name, value }) => ({ name, value }));
  return { id: field.id, type: field.type, title, options };
}
