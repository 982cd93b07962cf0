import { buildInvalidBase } from '../errors/InvalidInputError';
import { addToOnlyForm } from '../forms/formFields';
import { checkMacro, checkTrigger, checkView } from '../triggers/checkRule';
import type { World } from '../world/World';
import { buildTicketField, buildUserField } from './buildFields';
import { buildMacro, buildTrigger, buildView } from './buildRules';
import { buildWebhook } from './buildWebhook';
import type { BuildFacts, Definition } from './readDefinition';
import type { RequirementType } from './requirementTypes';

/** One object that an installation makes; `earlierId` is what the identifier became before an update of the app. */
export type Wish = {
  type: RequirementType;
  definition: Definition;
  earlierId: number | string | undefined;
  facts: BuildFacts;
};

/** Puts the object into the world and answers its id; throws InvalidInputError when Zendesk would refuse it. */
export function makeObject(world: World, wish: Wish): number | string {
  const { type, definition, earlierId, facts } = wish;
  if (type === 'webhooks') {
    const id = typeof earlierId === 'string' ? earlierId : world.ids.nextUlid();
    const byApp = { ...facts, by: '-1', secret: `secret-of-${id}` };
    return world.webhooks.put(buildWebhook(id, definition, byApp)).id;
  }
  const id = typeof earlierId === 'number' ? earlierId : world.ids.nextId();
  if (type === 'ticket_fields') {
    const field = buildTicketField(id, definition, facts, world.ticketFields.get(id));
    world.ticketFields.put(field);
    if (earlierId === undefined) addToOnlyForm(world, id);
    return id;
  }
  if (type === 'user_fields') return makeUserField(world, id, definition, facts);
  return makeRule(world, type, id, definition, facts);
}

/** A key is there once in an account: a second installation shares the field of the first. */
function makeUserField(world: World, id: number, definition: Definition, facts: BuildFacts): number {
  const field = buildUserField(id, definition, facts, world.userFields.get(id));
  const taken = world.userFields.find((one) => one.key === field.key && one.id !== id);
  return taken?.id ?? world.userFields.put(field).id;
}

/** New rules go last (zendesk.md 6.4). */
function makeRule(
  world: World,
  type: 'triggers' | 'macros' | 'views',
  id: number,
  definition: Definition,
  facts: BuildFacts,
): number {
  const place = { earlier: world[type].get(id), position: world[type].size() + 1 };
  switch (type) {
    case 'triggers': {
      const trigger = buildTrigger(id, definition, facts, place);
      requireNone(checkTrigger(trigger, world));
      return world.triggers.put(trigger).id;
    }
    case 'macros': {
      const macro = buildMacro(id, definition, facts, place);
      requireNone(checkMacro(macro, world));
      return world.macros.put(macro).id;
    }
    case 'views': {
      const view = buildView(id, definition, facts, place);
      requireNone(checkView(view, world));
      return world.views.put(view).id;
    }
  }
}

function requireNone(problems: string[]): void {
  if (problems.length > 0) throw buildInvalidBase(...problems);
}
