import type { WireNode } from '../wire/columns';
import { buildErrorDocument } from '../wire/errorDocuments';
import { readLang } from '../wire/words';
import type { FunctionCall } from './billingFunction';

/** The object of a form or an action is not there. */
export function buildMissed(call: FunctionCall, object: string, id: string): WireNode {
  return buildErrorDocument(readLang(call.params), 'missed', { object, params: { value: id } });
}

/** A field of a form was given a value that it does not take. */
export function buildBadValue(call: FunctionCall, field: string): WireNode {
  return buildErrorDocument(readLang(call.params), 'value', {
    object: field,
    params: { value: call.params[field] ?? '' },
  });
}
