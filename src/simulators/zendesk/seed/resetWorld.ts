import type { Desk } from '../Desk';
import { seedTicketForm } from '../forms/formFields';
import { seedUsers } from './seedUsers';

/**
 * Back to the seed: no tickets, the ready-made people, no objects of an app (the caller installs it again). Ids go on,
 * and clients get new ones, so that a ledger which outlives the reset meets new people and new tickets. Agents keep
 * theirs, being the same people.
 */
export function resetWorld(desk: Desk): void {
  const { world } = desk;
  const emptied = [
    world.tickets,
    world.comments,
    world.audits,
    world.jobs,
    world.mails,
    world.invocations,
    world.triggers,
    world.triggerUses,
    world.macros,
    world.views,
    world.webhooks,
    world.ticketFields,
    world.userFields,
  ] as const;
  for (const collection of emptied) collection.replaceAll([]);
  // The first installation is made anew and keeps its ids; what was installed beside it is gone.
  world.replaceInstallations(world.installations().slice(0, 1));
  seedUsers(desk);
  seedTicketForm(desk);
}
