import { InvalidInputError } from '../errors/InvalidInputError';
import type { SimFieldOption, SimTicketField } from '../entities/SimTicketField';
import type { SimUserField } from '../entities/SimUserField';
import { toRegExp } from '../tickets/toRegExp';
import { readRecords, readText } from './readDefinition';
import type { BuildFacts, Definition } from './readDefinition';

const LAST_POSITION = 9999;

/** A ticket field; `earlier` is the one before an update: what is not given stays, and so do the ids of options. */
export function buildTicketField(
  id: number,
  definition: Definition,
  facts: BuildFacts,
  earlier?: SimTicketField,
): SimTicketField {
  const title = readText(definition, 'title');
  const isVisible = definition.visible_in_portal === true;
  return {
    id,
    type: readText(definition, 'type'),
    title,
    title_in_portal: String(definition.title_in_portal ?? title),
    description: String(definition.description ?? ''),
    agent_description: String(definition.agent_description ?? ''),
    active: definition.active !== false,
    required: definition.required === true,
    visible_in_portal: isVisible,
    editable_in_portal: isVisible && definition.editable_in_portal === true,
    required_in_portal: definition.required_in_portal === true,
    regexp_for_validation: readPattern(definition),
    position: readPosition(definition, earlier),
    custom_field_options: buildOptions(definition, facts, earlier?.custom_field_options ?? []),
    creator_app_name: earlier === undefined ? facts.appName : earlier.creator_app_name,
    created_at: earlier?.created_at ?? facts.now,
    updated_at: facts.now,
  };
}

/** A `regexp` field comes with its pattern, which no other kind has (zendesk-openapi.json, TicketFieldObject). */
function readPattern(definition: Definition): string | null {
  if (definition.type !== 'regexp') return null;
  const pattern = readText(definition, 'regexp_for_validation');
  if (toRegExp(pattern) !== undefined) return pattern;
  throw new InvalidInputError({
    field: 'regexp_for_validation',
    description: `regexp_for_validation: ${pattern} is not a regular expression.`,
    error: 'InvalidValue',
  });
}

export function buildUserField(
  id: number,
  definition: Definition,
  facts: BuildFacts,
  earlier?: SimUserField,
): SimUserField {
  return {
    id,
    key: readText(definition, 'key'),
    type: readText(definition, 'type'),
    title: readText(definition, 'title'),
    description: String(definition.description ?? ''),
    active: definition.active !== false,
    position: readPosition(definition, earlier),
    custom_field_options: buildOptions(definition, facts, earlier?.custom_field_options ?? []),
    created_at: earlier?.created_at ?? facts.now,
    updated_at: facts.now,
  };
}

function readPosition(definition: Definition, earlier: { position: number } | undefined): number {
  const { position } = definition;
  return typeof position === 'number' ? position : (earlier?.position ?? LAST_POSITION);
}

/** An option keeps its id by its id or by its value; two with one value are refused. */
function buildOptions(
  definition: Definition,
  facts: BuildFacts,
  earlier: readonly SimFieldOption[],
): SimFieldOption[] {
  const options = readRecords(definition.custom_field_options).map((option, position) => {
    const value = readText(option, 'value');
    const known = earlier.find((one) => one.id === option.id) ?? earlier.find((one) => one.value === value);
    return { id: known?.id ?? facts.nextId(), name: readText(option, 'name'), value, position };
  });
  const twice = options.find(({ value }, index) => options.findIndex((one) => one.value === value) < index);
  if (twice === undefined) return options;
  const description = `custom_field_options: the value ${twice.value} is there twice.`;
  throw new InvalidInputError({ field: 'custom_field_options', description, error: 'DuplicateValue' });
}
