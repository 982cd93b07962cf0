import type { OpenApiDocument, Operation, Schema } from './OpenApiDocument';
import { listReferences } from './listReferences';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
/** Words for people, which no validation reads. */
const PROSE = ['description', 'example', 'examples', 'title', 'summary'];

/**
 * The same document with these paths only, the schemas they reach, and no prose. Throws when a path or a schema that
 * is referred to is missing.
 */
export function cutDown(document: OpenApiDocument, paths: readonly string[]): OpenApiDocument {
  const kept: OpenApiDocument['paths'] = {};
  for (const path of paths) {
    const operations = document.paths[path];
    if (operations === undefined) throw new Error(`The document has no path ${path}.`);
    const entries = Object.entries(operations).filter(([method]) => METHODS.includes(method));
    kept[path] = Object.fromEntries(entries.map(([method, operation]) => [method, cutOperation(operation)]));
  }
  const schemas: Record<string, Schema> = {};
  const waiting = listReferences(kept);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (name in schemas) continue;
    const schema = document.components.schemas[name];
    if (schema === undefined) throw new Error(`The document has no schema ${name}.`);
    schemas[name] = withoutProse(schema) as Schema;
    waiting.push(...listReferences(schema));
  }
  const sorted = Object.entries(schemas).sort(([one], [other]) => (one < other ? -1 : 1));
  return { openapi: document.openapi, paths: kept, components: { schemas: Object.fromEntries(sorted) } };
}

function cutOperation({ requestBody, responses }: Operation): Operation {
  return withoutProse({ ...(requestBody && { requestBody }), responses }) as Operation;
}

/** Leaves properties alone that happen to be called like a word of prose: those hold schemas, not text. */
function withoutProse(value: unknown, isNameMap = false): unknown {
  if (Array.isArray(value)) return value.map((part) => withoutProse(part));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => isNameMap || !PROSE.includes(key));
  return Object.fromEntries(
    entries.map(([key, part]) => [key, withoutProse(part, !isNameMap && key === 'properties')]),
  );
}
