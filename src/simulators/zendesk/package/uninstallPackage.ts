import type { SimInstallation, SimRequirement } from '../entities/SimInstallation';
import { removeFromForms } from '../forms/formFields';
import type { World } from '../world/World';

type Named = Pick<SimRequirement, 'requirement_type' | 'identifier'>;

/** Takes the installation and everything it made out of the account (zendesk.md 4, inferred). */
export function uninstallPackage(world: World, installation: SimInstallation): void {
  world.removeInstallation(installation.installationId);
  removeObjects(world, installation.requirements);
}

/** Removes objects that no installation asks for any more. */
export function removeObjects(world: World, requirements: readonly SimRequirement[]): void {
  const kept = world.installations().flatMap((one) => one.requirements.map((made) => made.requirement_id));
  for (const { requirement_type: type, requirement_id: id } of requirements) {
    if (!kept.includes(id)) removeObject(world, type, id);
  }
}

export function findRequirement(
  requirements: readonly SimRequirement[],
  wanted: Named,
): SimRequirement | undefined {
  return requirements.find(
    (one) => one.requirement_type === wanted.requirement_type && one.identifier === wanted.identifier,
  );
}

function removeObject(world: World, type: string, id: number | string): void {
  if (typeof id === 'string') {
    world.webhooks.remove(id);
    return;
  }
  const kept: Record<string, { remove(id: number): boolean }> = {
    ticket_fields: world.ticketFields,
    user_fields: world.userFields,
    triggers: world.triggers,
    macros: world.macros,
    views: world.views,
  };
  kept[type]?.remove(id);
  if (type === 'ticket_fields') removeFromForms(world, id);
}
