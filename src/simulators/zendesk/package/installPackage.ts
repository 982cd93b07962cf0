import { buildClock } from '../../kit/clock';
import type { SimulatorClock } from '../../kit/clock';
import { readWireTime } from '../Desk';
import type { SimInstallation, SimRequirement } from '../entities/SimInstallation';
import { InvalidInputError } from '../errors/InvalidInputError';
import { VendorError } from '../errors/VendorError';
import { isRecord } from '../wire/isRecord';
import type { World } from '../world/World';
import type { AppPackage } from './AppPackage';
import { makeObject } from './makeObject';
import { readSettings } from './readSettings';
import { listRequirements } from './requirementTypes';
import type { RequirementEntry } from './requirementTypes';
import { resolveReferences } from './resolveReferences';
import { findRequirement, removeObjects } from './uninstallPackage';

/**
 * Installs an app: makes what its requirements.json asks for and remembers which identifier became which object. A
 * second time it is an update of every installation: an identifier keeps its object's id, and what an admin changed is
 * overridden (zendesk.md 4). Throws a sentence when Zendesk would refuse the package or the simulator cannot play it.
 */
export function installPackage(
  world: World,
  appPackage: AppPackage,
  clock: SimulatorClock = buildClock(),
): SimInstallation {
  const [first, ...others] = world.installations();
  const installation = install(world, appPackage, clock, first);
  for (const other of others) install(world, appPackage, clock, other);
  return installation;
}

/** Installs the app beside what is installed: fields, triggers and the rest are there once more. */
export function installAgain(world: World, appPackage: AppPackage, clock: SimulatorClock): SimInstallation {
  return install(world, appPackage, clock, undefined);
}

function install(
  world: World,
  appPackage: AppPackage,
  clock: SimulatorClock,
  earlier: SimInstallation | undefined,
): SimInstallation {
  const { manifest } = appPackage;
  const now = readWireTime(clock);
  const name = isRecord(manifest) && typeof manifest.name === 'string' ? manifest.name : 'App';
  const installation: SimInstallation = {
    appId: world.installation()?.appId ?? world.ids.nextId(),
    installationId: earlier?.installationId ?? world.ids.nextId(),
    name,
    manifest,
    settings: readSettings(manifest, appPackage.settings),
    requirements: [],
    created_at: earlier?.created_at ?? now,
    updated_at: now,
  };
  const before = earlier?.requirements ?? [];
  for (const entry of listRequirements(appPackage.requirements)) {
    installation.requirements.push(makeRequirement(world, installation, entry, before));
  }
  world.putInstallation(installation);
  const dropped = before.filter((one) => findRequirement(installation.requirements, one) === undefined);
  removeObjects(world, dropped);
  return installation;
}

function makeRequirement(
  world: World,
  { name, requirements, updated_at: now }: SimInstallation,
  { type, identifier, definition }: RequirementEntry,
  before: readonly SimRequirement[],
): SimRequirement {
  const earlier = findRequirement(before, { requirement_type: type, identifier });
  try {
    const requirement_id = makeObject(world, {
      type,
      definition: resolveReferences(definition, requirements),
      earlierId: earlier?.requirement_id,
      facts: { nextId: () => world.ids.nextId(), appName: name, now },
    });
    const created_at = earlier?.created_at ?? now;
    return { identifier, requirement_id, requirement_type: type, created_at, updated_at: now };
  } catch (error) {
    if (!(error instanceof InvalidInputError) && !(error instanceof VendorError)) throw error;
    throw new Error(`requirements.json: ${type}.${identifier}: ${error.message}`, { cause: error });
  }
}
