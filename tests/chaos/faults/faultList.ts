/** The faults of the run with the behaviour that is stated for each; the table in tests/chaos/README.md says the same. */
export const FAULTS = {
  'postgres-cut':
    'what the transaction had begun is undone; webhooks are answered 409, readiness 503; all of it is done once the way is back',
  'postgres-slow':
    'with 200 ms in each direction and 64 KB/s webhooks are still answered 200, and tickets are charged, only later',
  'postgres-half-closed':
    'a connection of which one direction has ended is thrown away, and its work is done again over another one',
  'postgres-commit-answer-lost':
    'a transaction that was committed without our hearing of it is found by the next try, which adds nothing',
  'postgres-look-answer-lost':
    'a job that a bridge took without hearing of it is free again within a minute, and its queue with it',
  'postgres-queue-answer-lost':
    'a webhook that was queued without our hearing of it is answered 409; sent again it is one job with the first',
  'postgres-hangs':
    'a webhook is answered 409 before Zendesk gives up waiting; connections that stay silent are thrown away',
  'postgres-restarted': 'no bridge ends; what was under way is done again over new connections',
  'postgres-killed': 'no bridge ends; what was committed is there after recovery, the rest is done again',
  'connections-taken':
    'while others hold every connection of the server, webhooks are answered 409 and jobs wait; both go on by themselves',
  'tables-locked':
    'while every connection of a bridge waits for a lock, webhooks are answered 409 before Zendesk gives up waiting',
  'zendesk-cut':
    'looks fail and are tried again with growing pauses; tickets are charged once the way is back',
  'zendesk-slow': 'an answer that takes longer than the time-out is none; the look is tried again later',
  'zendesk-half-closed':
    'an update whose connection ends in one direction is looked up before it is tried again',
  'zendesk-answer-lost':
    'an update that was done without our hearing of it is found in the ticket: no second note, no second debit',
  'zendesk-answer-cut-short': 'an answer that breaks off counts as none: the same holds',
  'zendesk-bulk-answer-lost':
    'a bulk update that was done without our hearing of it is found in the tickets: no second note, no second refund',
  'billing-cut':
    'tickets say that their charge is pending; they settle by themselves once billing answers again',
  'billing-slow': 'the same as when it is cut: an answer that takes longer than the time-out is none',
  'billing-half-closed': 'a question whose connection ends is asked again at once, and nobody notices',
  'billing-answer-cut-short': 'an answer that breaks off is asked for again at once, and nobody notices',
  'disk-full':
    'webhooks are answered 409 while the queue cannot be written; what is there stays sound; all is worked off once there is space',
  'clock-apart':
    'an hour ahead or behind a bridge refuses webhooks with 401 and goes on: sweeps come each minute and find what was refused',
  'clock-back':
    'when the clocks are right again webhooks are taken at once, sweeps come each minute, and no change is passed over',
  'replica-frozen':
    'within two minutes others do what a replica had in hand that stands still; when it goes on, what it decides on an old reading does not stay',
  'job-poisoned':
    'a job that can never be done keeps no other from being done; it is tried again with growing pauses, is told as given up after its last try, and runs again when it is let',
  'ticket-unreadable':
    'a ticket that Zendesk answers in no known shape waits by itself; others in its queue go on; it is charged once it can be read',
} as const;

/** Names one fault. */
export type FaultName = keyof typeof FAULTS;

/** The title of the test of a fault, by which the run finds it. */
export function titleOf(name: FaultName): string {
  return `${name}: ${FAULTS[name]}`;
}
