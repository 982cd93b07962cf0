import { InvalidInputError } from '../errors/InvalidInputError';
import type { Restriction } from '../entities/Restriction';
import type { SimMacro } from '../entities/SimMacro';
import type { SimTrigger } from '../entities/SimTrigger';
import type { SimView, ViewOutput } from '../entities/SimView';
import { parseActions, parseConditions } from '../triggers/parseRule';
import { isRecord } from '../wire/isRecord';
import { readText } from './readDefinition';
import type { BuildFacts, Definition } from './readDefinition';

type Earlier = { created_at: string; position: number };
/** Where a rule stands: at its place from before an update, else at the one given. */
export type Placed = { earlier: Earlier | undefined; position: number };

/** A trigger as the API and requirements.json describe it; whether it can run is for `checkTrigger` to say. */
export function buildTrigger(
  id: number,
  definition: Definition,
  facts: BuildFacts,
  place: Placed,
): SimTrigger {
  return {
    ...buildRule(id, definition, facts, place),
    description: String(definition.description ?? ''),
    conditions: readConditions(definition),
    actions: parseActions(definition.actions),
  };
}

export function buildMacro(id: number, definition: Definition, facts: BuildFacts, place: Placed): SimMacro {
  const { description } = definition;
  return {
    ...buildRule(id, definition, facts, place),
    description: typeof description === 'string' ? description : null,
    actions: parseActions(definition.actions),
    restriction: readRestriction(definition.restriction),
  };
}

export function buildView(id: number, definition: Definition, facts: BuildFacts, place: Placed): SimView {
  return {
    ...buildRule(id, definition, facts, place),
    description: String(definition.description ?? ''),
    conditions: readConditions(definition),
    output: readOutput(definition),
    restriction: readRestriction(definition.restriction),
  };
}

function buildRule(id: number, definition: Definition, facts: BuildFacts, { earlier, position }: Placed) {
  return {
    id,
    title: readText(definition, 'title'),
    active: definition.active !== false,
    position: earlier?.position ?? position,
    created_at: earlier?.created_at ?? facts.now,
    updated_at: facts.now,
  };
}

/** `all` and `any` may also stand at the top (zendesk.md 6.1). */
function readConditions(definition: Definition): SimTrigger['conditions'] {
  return parseConditions(definition.conditions ?? { all: definition.all, any: definition.any });
}

function readRestriction(input: unknown): Restriction | null {
  if (!isRecord(input)) return null;
  const { type, id, ids } = input;
  const first = typeof id === 'number' ? id : Array.isArray(ids) ? Number(ids[0]) : NaN;
  if ((type === 'User' || type === 'Group') && Number.isSafeInteger(first)) {
    return { type, id: first, ...(Array.isArray(ids) && { ids: ids.map(Number) }) };
  }
  throw new InvalidInputError({
    field: 'restriction',
    description: 'restriction names a User or a Group and its id.',
    error: 'InvalidValue',
  });
}

const DEFAULT_COLUMNS = ['status', 'subject', 'requester', 'created'];

/** Written as `output`, and read back as `execution`. */
function readOutput(definition: Definition): ViewOutput {
  const output = isRecord(definition.output)
    ? definition.output
    : isRecord(definition.execution)
      ? definition.execution
      : {};
  const columns = Array.isArray(output.columns) ? output.columns.map(toColumnName) : DEFAULT_COLUMNS;
  return {
    columns,
    group_by: toTextOrNull(output.group_by),
    group_order: output.group_order === 'desc' ? 'desc' : 'asc',
    sort_by: toTextOrNull(output.sort_by),
    sort_order: output.sort_order === 'desc' ? 'desc' : 'asc',
  };
}

function toColumnName(column: unknown): string {
  return String(isRecord(column) ? column.id : column);
}

function toTextOrNull(input: unknown): string | null {
  return typeof input === 'string' && input !== '' ? input : null;
}
