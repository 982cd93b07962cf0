import { buildValidator, document } from './buildValidator';
import { OTHER_STATUSES } from './CONTRADICTIONS';
import { findOperation } from './findOperation';

const validate = buildValidator('response');

/**
 * What an answer has against the vendor's document, one sentence a fault; empty when it keeps to it. `path` may carry
 * `.json` and a query.
 */
export function validateResponse(method: string, path: string, status: number, body: unknown): string[] {
  const found = findOperation(document, method, path);
  if (found === undefined) return [`The document has no ${method} ${path}.`];
  const isOther = OTHER_STATUSES.some(
    (one) => one.method === method.toLowerCase() && one.path === found.path && one.status === status,
  );
  const response = isOther ? {} : found.operation.responses?.[String(status)];
  if (response === undefined) return [`The document has no status ${String(status)} for ${method} ${path}.`];
  const schema = response.content?.['application/json']?.schema;
  if (schema !== undefined) return validate(schema, body);
  const isEmpty = body === undefined || body === null || body === '';
  return isEmpty ? [] : [`${method} ${path} answers ${String(status)} without a body.`];
}
