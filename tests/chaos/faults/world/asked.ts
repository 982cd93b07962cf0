/** The statement with which decisions are written, as the driver sends it. */
export const APPEND = /\0append\0/;

/** That statement with a debit, and the end of its transaction behind it. */
export const DEBIT_AND_COMMIT = /\0append\0[^]*debit:zt_[^]*Q\0\0\0\x0bcommit\0/;

/** What the server says to that. */
export const COMMITTED = /COMMIT\0/;

/** A look for a job of the queue, and an answer that has found one about a ticket. */
export const LOOK_FOR_JOB = /select jobs\.job_queue_id/;
export const FOUND_LOOK = /reconcile_ticket/;

/** The update of one ticket in Zendesk. */
export const UPDATE = /^PUT \/api\/v2\/tickets\/\d+\.json /;

/** The update of many tickets at once. */
export const BULK_UPDATE = /^PUT \/api\/v2\/tickets\/update_many\.json /;

/** A list that is read of an account in billing. */
export const EXPENSES = /func=expense/;
