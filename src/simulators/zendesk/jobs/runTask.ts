import type { JobResult } from '../entities/SimJob';
import { VendorError } from '../errors/VendorError';
import { isRecord } from '../wire/isRecord';

/** A piece of a job: what it does, to what, and how it is called in the results. `run` answers the id of what it made or changed. */
export type JobTask = { action: 'create' | 'update' | 'delete'; id?: number; run: () => number };

const DONE = { update: 'Updated', delete: 'Deleted' };

/** Does the task. A refusal of the account becomes a result like any other, in the words of the refusal. */
export function runTask({ action, id, run }: JobTask, index: number): JobResult {
  try {
    const doneId = run();
    if (action === 'create') return { id: doneId, index };
    return { id: doneId, action, success: true, status: DONE[action] };
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    const which = id === undefined ? { index } : { id };
    return { ...which, action, success: false, ...readRefusal(error) };
  }
}

function readRefusal({ body }: VendorError): { error: string; details: string } {
  const { error, description, details } = isRecord(body) ? body : {};
  if (isRecord(error)) return { error: String(error.title), details: String(error.message) };
  const told = isRecord(details) ? JSON.stringify(details) : String(description);
  return { error: String(error), details: told };
}
