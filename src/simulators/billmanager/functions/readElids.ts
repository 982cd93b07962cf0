import type { FunctionCall } from './billingFunction';

/** The objects a call is about; several ids are joined with comma and space (billmanager.md 1.1). */
export function readElids(call: FunctionCall): string[] {
  return (call.params['elid'] ?? '').split(/,\s*/);
}
