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
  switch (type) {
    case 'ticket_fields':
      world.ticketFields.remove(id);
      removeFromForms(world, id);
      return;
    case 'user_fields':
      world.userFields.remove(id);
      return;
    case 'triggers':
      world.triggers.remove(id);
      return;
    case 'macros':
      world.macros.remove(id);
      return;
    case 'views':
      world.views.remove(id);
  }
}
