import type { Contradiction } from './CONTRADICTIONS';
import type { OpenApiDocument, Schema } from './OpenApiDocument';

/** Which way a body goes: a property that is read-only is never required of the one who sends. */
export type Direction = 'request' | 'response';

/**
 * All schemas of an OpenAPI 3.0 document as one JSON Schema with `components` kept in its place, so that references
 * go on working. `nullable` becomes a type, and the contradictions are allowed where they are listed.
 */
export function toJsonSchema(
  document: OpenApiDocument,
  direction: Direction,
  contradictions: readonly Contradiction[],
): Schema {
  const components = structuredClone(document.components);
  for (const { schema, path, allow } of contradictions) loosen(components.schemas, [schema, ...path], allow);
  return { components: toSchema(components, direction) };
}

function loosen(root: Record<string, unknown>, path: readonly string[], allow: Schema): void {
  const last = path.at(-1) ?? '';
  let place: Record<string, unknown> = root;
  for (const key of path.slice(0, -1)) place = (place[key] ?? {}) as Record<string, unknown>;
  if (place[last] === undefined) throw new Error(`The document has no ${path.join('.')}.`);
  place[last] = { anyOf: [place[last], allow] };
}

/** Rewrites a piece of the document and everything below it. */
export function toSchema(value: unknown, direction: Direction): unknown {
  if (Array.isArray(value)) return value.map((part) => toSchema(part, direction));
  if (!isSchema(value)) return value;
  const { nullable, ...rest } = value;
  const schema = Object.fromEntries(
    Object.entries(rest).map(([key, part]) => [key, key === 'enum' ? part : toSchema(part, direction)]),
  );
  if (direction === 'request' && Array.isArray(schema.required)) {
    schema.required = schema.required.filter((name) => !isReadOnly(value, String(name)));
  }
  return nullable === true ? { anyOf: [schema, { type: 'null' }] } : schema;
}

function isReadOnly(schema: Schema, name: string): boolean {
  const properties = isSchema(schema.properties) ? schema.properties : {};
  const property = properties[name];
  return isSchema(property) && property.readOnly === true;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
