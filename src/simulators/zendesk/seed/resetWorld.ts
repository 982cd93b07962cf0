import type { Desk } from '../Desk';
import { seedUsers } from './seedUsers';

/**
 * Back to the seed: no tickets, the ready-made people, no objects of an app (the caller installs it again). Ids go on,
 * and clients get new ones, so that a ledger which outlives the reset meets new people and new tickets. Agents keep
 * theirs, being the same people.
 */
export function resetWorld(desk: Desk): void {
  const { world } = desk;
  const emptied = [world.tickets, world.comments, world.audits, world.invocations, world.triggers] as const;
  for (const collection of emptied) collection.replaceAll([]);
  world.webhooks.replaceAll([]);
  world.jobs.replaceAll([]);
  world.ticketFields.replaceAll([]);
  world.userFields.replaceAll([]);
  seedUsers(desk);
}
