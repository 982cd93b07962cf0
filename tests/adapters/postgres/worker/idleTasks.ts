import type { Tasks } from '../../../../src/adapters/postgres/worker/startWorker';

const nothing = async (): Promise<void> => undefined;

/** A worker's tasks of which none does anything. */
export const IDLE_TASKS: Tasks = {
  reconcile_ticket: nothing,
  bring_ticket_in_line: nothing,
  look_at_incidents: nothing,
  bring_incidents_in_line: nothing,
  bring_requester_in_line: nothing,
  refresh_account: nothing,
  refresh_facts: nothing,
  settle_waiting_tickets: nothing,
  sweep_tickets: nothing,
  expire_grants: nothing,
  add_up_counts: nothing,
  verify_ledger: nothing,
};
