import { AdapterError } from '../../use-cases/ports/AdapterError';
import type { Panel } from './buildPanel';
import type { BillmanagerColumns } from './billmanagerColumns';

/** What an install calls things (billmanager.md, opening words). */
export type Naming = {
  columns: BillmanagerColumns;
  /** The parameter that filters a list by account. */
  accountFilter: string;
};

/** One reading through the port: whom to ask, and when it is over as a whole, the waiting for slots included. */
export type Reading = Naming & { panel: Panel; signal: AbortSignal };

/** The answer is well formed but not usable; the sentence says what is missing, without showing values. */
export function toUnusableError(func: string, sentence: string): AdapterError {
  const options = { code: 'billing_unexpected_answer', retry: false };
  return new AdapterError(`BILLmanager answered func=${func}, but ${sentence}`, options);
}
