import type { SimTicketField } from '../../entities/SimTicketField';
import { findDefaultForm } from '../../forms/formFields';
import type { World } from '../../world/World';

/** A ticket field as a page shows it; the title is that of the reader, agent or client. */
export type FieldView = {
  id: number;
  type: string;
  title: string;
  options: { name: string; value: string }[];
};

/** A field as a client sees it; `hint` is what is said under it, empty where there is nothing. */
export type PortalFieldView = FieldView & { hint: string };

/** The active ticket fields of the form, with the titles that agents see. */
export function readAgentFields(world: World): FieldView[] {
  return readShown(world).map((field) => toFieldView(field, field.title));
}

/** The fields that a client may see; `editableOnly` leaves those that a client may fill in. */
export function readPortalFields(
  world: World,
  { editableOnly }: { editableOnly: boolean },
): PortalFieldView[] {
  return readShown(world)
    .filter((field) => field.visible_in_portal && (field.editable_in_portal || !editableOnly))
    .map((field) => ({
      ...toFieldView(field, field.title_in_portal || field.title),
      hint: field.description,
    }));
}

/** What is on the form, in the order of the form. */
function readShown(world: World): SimTicketField[] {
  const ids = findDefaultForm(world)?.ticket_field_ids ?? [];
  return ids.flatMap((id) => world.ticketFields.get(id) ?? []).filter((field) => field.active);
}

function toFieldView(field: SimTicketField, title: string): FieldView {
  const options = field.custom_field_options.map(({ name, value }) => ({ name, value }));
  return { id: field.id, type: field.type, title, options };
}
