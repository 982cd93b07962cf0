import { buildClock } from '../../kit/clock';
import type { SimulatorClock } from '../../kit/clock';
import { readWireTime } from '../Desk';
import type { SimInstallation, SimRequirement } from '../entities/SimInstallation';
import { checkRule } from '../triggers/checkRule';
import { isRecord } from '../wire/isRecord';
import type { World } from '../world/World';
import type { AppPackage } from './AppPackage';
import { buildTicketField, buildTrigger, buildUserField, buildWebhook } from './buildRequirement';
import { readSettings } from './readSettings';
import { resolveReferences } from './resolveReferences';

/** In this order: triggers name fields and webhooks, so those must be there first. */
const REQUIREMENT_TYPES = ['ticket_fields', 'user_fields', 'webhooks', 'triggers'] as const;
type RequirementType = (typeof REQUIREMENT_TYPES)[number];

/**
 * Installs an app: makes the fields, webhooks and triggers of its requirements.json and remembers which identifier
 * became which object. A second time it is an update: an identifier keeps its object's id, and what an admin
 * changed is overridden (zendesk.md 4). Throws a sentence when Zendesk would refuse the package or the simulator
 * cannot play it.
 */
export function installPackage(
  world: World,
  appPackage: AppPackage,
  clock: SimulatorClock = buildClock(),
): SimInstallation {
  const { manifest } = appPackage;
  const earlier = world.installation();
  const now = readWireTime(clock);
  const name = isRecord(manifest) && typeof manifest.name === 'string' ? manifest.name : 'App';
  const settings = readSettings(manifest, appPackage.settings);
  const installation: SimInstallation = {
    appId: earlier?.appId ?? world.ids.nextId(),
    installationId: earlier?.installationId ?? world.ids.nextId(),
    name,
    manifest,
    settings,
    requirements: [],
    created_at: earlier?.created_at ?? now,
    updated_at: now,
  };
  for (const { type, identifier, definition } of listRequirements(appPackage.requirements)) {
    const earlierId = findRequirement(earlier?.requirements ?? [], type, identifier)?.requirement_id;
    const resolved = resolveReferences(definition, installation.requirements);
    const requirement_id = makeObject(world, {
      type,
      identifier,
      definition: resolved,
      earlierId,
      name,
      now,
    });
    installation.requirements.push({
      identifier,
      requirement_id,
      requirement_type: type,
      created_at: now,
      updated_at: now,
    });
  }
  removeLeftOvers(world, earlier?.requirements ?? [], installation.requirements);
  world.setInstallation(installation);
  return installation;
}

/** What the package no longer asks for goes. */
function removeLeftOvers(
  world: World,
  earlier: readonly SimRequirement[],
  current: readonly SimRequirement[],
): void {
  for (const { requirement_type: type, identifier, requirement_id: id } of earlier) {
    if (findRequirement(current, type, identifier) !== undefined) continue;
    if (typeof id === 'string') world.webhooks.remove(id);
    else if (type === 'ticket_fields') world.ticketFields.remove(id);
    else if (type === 'user_fields') world.userFields.remove(id);
    else world.triggers.remove(id);
  }
}

type Wish = {
  type: RequirementType;
  identifier: string;
  definition: Record<string, unknown>;
  earlierId: number | string | undefined;
  name: string;
  now: string;
};

function makeObject(world: World, wish: Wish): number | string {
  const { type, definition, earlierId, name, now } = wish;
  const facts = { nextId: () => world.ids.nextId(), appName: name, now };
  if (type === 'webhooks') {
    const id = typeof earlierId === 'string' ? earlierId : world.ids.nextUlid();
    return world.webhooks.put(buildWebhook(id, definition, facts)).id;
  }
  const id = typeof earlierId === 'number' ? earlierId : world.ids.nextId();
  switch (type) {
    case 'ticket_fields':
      return world.ticketFields.put(buildTicketField(id, definition, facts, world.ticketFields.get(id))).id;
    case 'user_fields':
      return world.userFields.put(buildUserField(id, definition, facts)).id;
    case 'triggers': {
      const trigger = buildTrigger(id, definition, facts);
      const problems = checkRule(trigger, world);
      if (problems.length > 0) throw new Error(`Trigger ${wish.identifier}: ${problems.join(' ')}`);
      // New triggers go last (zendesk.md 6.4).
      const position = world.triggers.get(id)?.position ?? world.triggers.all().length + 1;
      return world.triggers.put({ ...trigger, position }).id;
    }
  }
}

function listRequirements(
  requirements: unknown,
): { type: RequirementType; identifier: string; definition: Record<string, unknown> }[] {
  if (requirements === undefined) return [];
  if (!isRecord(requirements)) throw new Error('requirements.json is not an object.');
  const unplayed = Object.keys(requirements).find((key) => !REQUIREMENT_TYPES.some((type) => type === key));
  if (unplayed !== undefined)
    throw new Error(`The simulator does not play requirements of type ${unplayed}.`);
  return REQUIREMENT_TYPES.flatMap((type) => {
    const group = requirements[type] ?? {};
    if (!isRecord(group)) throw new Error(`requirements.json: ${type} is not an object.`);
    return Object.entries(group).map(([identifier, definition]) => {
      if (!isRecord(definition))
        throw new Error(`requirements.json: ${type}.${identifier} is not an object.`);
      return { type, identifier, definition };
    });
  });
}

function findRequirement(
  requirements: readonly SimRequirement[],
  type: string,
  identifier: string,
): SimRequirement | undefined {
  return requirements.find((one) => one.requirement_type === type && one.identifier === identifier);
}
