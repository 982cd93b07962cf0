import { buildValidator, document } from './buildValidator';
import { findOperation } from './findOperation';

const validate = buildValidator('request');

/**
 * What the body of a request has against the vendor's document, one sentence a fault; empty when it keeps to it, or
 * when the document describes no body for this operation.
 */
export function validateRequest(method: string, path: string, body: unknown): string[] {
  const found = findOperation(document, method, path);
  if (found === undefined) return [`The document has no ${method} ${path}.`];
  const schema = found.operation.requestBody?.content?.['application/json']?.schema;
  return schema === undefined ? [] : validate(schema, body);
}
