import Ajv from 'ajv';
import type { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { CONTRADICTIONS } from './CONTRADICTIONS';
import type { Schema } from './OpenApiDocument';
import { readCopy, readOriginal } from './readDocument';
import { toJsonSchema, toSchema } from './toJsonSchema';
import type { Direction } from './toJsonSchema';

const ROOT = 'zendesk';

/** The vendor's document: the original where it lies beside the project, else the copy in the fixtures. */
export const document = readOriginal() ?? readCopy();

/** Checks bodies against schemas of the document; formats that nobody knows are passed over. */
export function buildValidator(direction: Direction): (schema: Schema, body: unknown) => string[] {
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  addFormats(ajv);
  ajv.addSchema(toJsonSchema(document, direction, CONTRADICTIONS), ROOT);
  // Compiling takes far longer than checking, and the same schemas come again and again.
  const compiled = new Map<Schema, ValidateFunction>();
  return (schema, body) => {
    const validate = compiled.get(schema) ?? ajv.compile(rebase(toSchema(schema, direction) as Schema));
    compiled.set(schema, validate);
    if (validate(body)) return [];
    return (validate.errors ?? []).map((error) => `${error.instancePath || '/'} ${error.message ?? ''}`);
  };
}

/** References of a schema that stands outside the document point into it. */
function rebase(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', `"${ROOT}#/components/`)) as Schema;
}
