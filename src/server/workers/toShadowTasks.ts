import type { Tasks } from './buildTasks';

/**
 * The tasks of shadow mode: everything is looked at and decided, and what would follow from it in Zendesk is left. Its jobs
 * end at once, so that the queue does not fill.
 */
export function toShadowTasks(tasks: Tasks): Tasks {
  const leave = () => Promise.resolve();
  return {
    ...tasks,
    bring_ticket_in_line: leave,
    bring_incidents_in_line: leave,
    bring_requester_in_line: leave,
  };
}
