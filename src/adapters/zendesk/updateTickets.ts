import { setTimeout as wait } from 'node:timers/promises';
import { AdapterError } from '../../use-cases/ports/AdapterError';
import { MAX_UPDATES_AT_ONCE } from '../../use-cases/ports/desk';
import type { DeskTicketUpdate } from '../../use-cases/ports/desk';
import { assert } from '../../domain/result';
import type { FieldIds } from './buildFieldCatalog';
import type { ZendeskClient } from './buildZendeskClient';
import { toTicketChange } from './toTicketChange';
import { toWireId } from './toWireId';
import { jobStatusAnswer } from './wire';
import type { WireJobStatus } from './wire';

const PATH = '/api/v2/tickets/update_many.json';

/** How often Zendesk is asked how far it came, and for how long: a hundred tickets take it seconds. */
export type JobPolling = { pauseMs: number; longestMs: number };

const POLLING: JobPolling = { pauseMs: 1_000, longestMs: 60_000 };

/**
 * When it is not known what became of a job, it may still be running: only after so long does reading the tickets tell. A
 * second job before that would be refused by the stamps, this spares the attempt.
 */
const SETTLED_AFTER_MS = 60_000;

/**
 * Updates many tickets as one job (zendesk.md 8.2, `TicketsUpdateRequest` in zendesk-openapi.json): the form with an array,
 * in which each ticket has a note and a stamp of its own. Answers the ids of those that were updated; a ticket that changed
 * after its stamp, or that Zendesk names no success for, is not among them. Fails with `AdapterError`.
 */
export async function updateTickets(
  client: ZendeskClient,
  updates: readonly DeskTicketUpdate[],
  fieldIds: FieldIds,
  polling = POLLING,
): Promise<string[]> {
  assert(updates.length <= MAX_UPDATES_AT_ONCE, 'no more tickets at once than Zendesk takes');
  if (updates.length === 0) return [];
  const tickets = updates.map((update) => ({
    id: toWireId(update.ticketId),
    ...toTicketChange(update, fieldIds).ticket,
  }));
  try {
    const { job_status: started } = await client.change(PATH, { tickets }, jobStatusAnswer);
    return toUpdatedIds(await waitForEnd(client, started, polling));
  } catch (error) {
    throw toUnsettled(error);
  }
}

async function waitForEnd(
  client: ZendeskClient,
  started: WireJobStatus,
  { pauseMs, longestMs }: JobPolling,
): Promise<WireJobStatus> {
  const path = `/api/v2/job_statuses/${encodeURIComponent(started.id)}.json`;
  const deadline = performance.now() + longestMs;
  let job = started;
  while (job.status === 'queued' || job.status === 'working') {
    if (performance.now() >= deadline) throw toEndlessError(path);
    await wait(pauseMs);
    const answer = await client.read(path, jobStatusAnswer);
    if (answer === undefined) throw toEndlessError(path);
    job = answer.job_status;
  }
  return job;
}

function toUpdatedIds({ results }: WireJobStatus): string[] {
  if (!Array.isArray(results)) return [];
  return results.flatMap(({ id, success }) => (success === true && id ? [id] : []));
}

function toEndlessError(path: string): AdapterError {
  return new AdapterError(`GET ${path} of Zendesk does not come to an end`, {
    code: 'zendesk_unavailable',
    retry: true,
  });
}

function toUnsettled(error: unknown): unknown {
  if (!(error instanceof AdapterError) || !error.retry || error.retryAfterMs !== undefined) return error;
  const { code, message, cause } = error;
  return new AdapterError(message, { code, retry: true, retryAfterMs: SETTLED_AFTER_MS, cause });
}
