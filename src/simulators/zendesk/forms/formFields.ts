import { readWireTime } from '../Desk';
import type { Desk } from '../Desk';
import type { SimTicketForm } from '../entities/SimTicketForm';
import type { World } from '../world/World';
import { SYSTEM_FIELDS } from './systemFields';

/** The account's first form, with every field that there is. */
export function seedTicketForm(desk: Desk): void {
  const { world } = desk;
  const now = readWireTime(desk.clock);
  world.ticketForms.replaceAll([
    {
      id: world.ids.nextId(),
      name: 'Default Ticket Form',
      display_name: 'Default Ticket Form',
      active: true,
      default: true,
      end_user_visible: true,
      position: 1,
      ticket_field_ids: listFieldIds(world),
      created_at: now,
      updated_at: now,
    },
  ]);
}

/** Every field that a form may hold. */
export function listFieldIds(world: World): number[] {
  return [...SYSTEM_FIELDS, ...world.ticketFields.all()].map(({ id }) => id);
}

export function findDefaultForm(world: World): SimTicketForm | undefined {
  return world.ticketForms.find((form) => form.default);
}

/**
 * A new field is on the form of an account that has one; with several forms an admin must add it by hand
 * (zendesk.md 4).
 */
export function addToOnlyForm(world: World, fieldId: number): void {
  const [form, another] = world.ticketForms.all();
  if (form === undefined || another !== undefined || form.ticket_field_ids.includes(fieldId)) return;
  world.ticketForms.put({ ...form, ticket_field_ids: [...form.ticket_field_ids, fieldId] });
}

export function removeFromForms(world: World, fieldId: number): void {
  for (const form of world.ticketForms.all()) {
    if (!form.ticket_field_ids.includes(fieldId)) continue;
    const ticket_field_ids = form.ticket_field_ids.filter((id) => id !== fieldId);
    world.ticketForms.put({ ...form, ticket_field_ids });
  }
}
