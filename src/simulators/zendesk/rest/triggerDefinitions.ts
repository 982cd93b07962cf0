import type { FastifyInstance } from 'fastify';
import { ACTION_TITLES, TRIGGER_ACTIONS } from '../triggers/actionTable';
import { CONDITION_KINDS, readFieldCondition } from '../triggers/conditionTable';
import type { ConditionKind } from '../triggers/conditionTable';
import type { World } from '../world/World';
import { requireStaff } from './require';
import type { RestDeps } from './RestDeps';

/** `GET /triggers/definitions`: which conditions and actions the account knows, with operators and values. */
export function registerTriggerDefinitions(app: FastifyInstance, deps: RestDeps): void {
  app.get('/api/v2/triggers/definitions', async (request) => {
    requireStaff(deps, request);
    const { world } = deps.desk;
    const conditions = listConditions(world).map(([subject, kind]) => toWireCondition(subject, kind));
    return {
      definitions: {
        // Whether an update creates or changes is asked in `all` only.
        conditions_all: conditions,
        conditions_any: conditions.filter(({ subject }) => subject !== 'update_type'),
        actions: listActions(world),
      },
    };
  });
}

function listConditions(world: World): [string, ConditionKind][] {
  return [
    ...Object.entries(CONDITION_KINDS),
    ...world.ticketFields
      .filter((field) => field.active)
      .map((field): [string, ConditionKind] => [
        `custom_fields_${String(field.id)}`,
        readFieldCondition(field),
      ]),
  ];
}

function toWireCondition(subject: string, { title, operators, values }: ConditionKind) {
  return {
    ...toDefinition(subject, title, values),
    repeatable: true,
    operators: operators.map((value) => ({ value, title: value, terminal: TERMINAL.includes(value) })),
  };
}

/** Operators after which no value follows. */
const TERMINAL = ['changed', 'not_changed', 'present', 'not_present'];

function listActions(world: World): Record<string, unknown>[] {
  const plain = TRIGGER_ACTIONS.map((subject) =>
    toDefinition(subject, ACTION_TITLES[subject] ?? subject, listActionValues(subject, world)),
  );
  const fields = world.ticketFields.filter((field) => field.active);
  const ofFields = fields.map((field) =>
    toDefinition(`custom_fields_${String(field.id)}`, field.title, readFieldCondition(field).values),
  );
  return [...plain, ...ofFields];
}

function listActionValues(subject: string, world: World): ConditionKind['values'] {
  if (subject !== 'notification_webhook') return CONDITION_KINDS[subject]?.values;
  return world.webhooks.all().map(({ id, name }) => ({ value: id, title: name }));
}

function toDefinition(subject: string, title: string, values: ConditionKind['values']) {
  return {
    subject,
    title,
    type: values === undefined ? 'text' : 'list',
    group: 'ticket',
    nullable: false,
    repeatable: false,
    ...(values && { values: values.map((one) => ({ ...one, enabled: true })) }),
  };
}
