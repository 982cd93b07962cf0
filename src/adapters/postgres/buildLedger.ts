import type { Pool } from 'pg';
import { AdapterError } from '../../use-cases/ports/AdapterError';
import type { Clock } from '../../use-cases/ports/clock';
import type { Ledger } from '../../use-cases/ports/ledger';
import { NO_TELEMETRY } from '../../use-cases/ports/telemetry';
import type { Telemetry } from '../../use-cases/ports/telemetry';
import { buildGroupCommit } from './groupCommit';
import { inTransaction } from './inTransaction';
import { withDatabaseErrors } from './withDatabaseErrors';
import { appendDecided } from './ledger/appendDecided';
import { countWrongLines } from './ledger/countWrongLines';
import { decideBatch } from './ledger/decideBatch';
import type { DecisionOutcome, DecisionRequest } from './ledger/decideInTurn';
import { readBalanceAsOf } from './ledger/readBalanceAsOf';
import { readDueAccounts } from './ledger/readDueAccounts';
import { endWaiting } from './ledger/endWaiting';
import { forgetDefect, readUnshownIncidents } from './ledger/incidentsOfDefect';
import { keepRounds } from './ledger/keepRounds';
import { markClosed } from './ledger/markClosed';
import { markLowBalanceTold } from './ledger/markLowBalanceTold';
import { markShown } from './ledger/markShown';
import { queueWaitingTickets } from './ledger/queueWaitingTickets';
import { readAnswer } from './ledger/readAnswer';
import { readEntries } from './ledger/readEntries';
import { readStoredTickets } from './ledger/readStoredTickets';
import { restoreProblem } from './ledger/restoreProblem';
import { readTotals } from './ledger/readTotals';
import { markRequesterShown, readRequester } from './ledger/shownRequesters';

/** Decisions in one transaction at most; more would make a single failure costly to sort out. */
const MAX_BATCH = 32;

/** Transactions at once: one works while the other waits for the disk. More make batches small and wait for each other's locks. */
const MAX_IN_FLIGHT = 2;

/**
 * The ledger on Postgres. Decisions that arrive together share one transaction (the lock and the write to disk are then
 * paid once); alone, a decision is a transaction of its own. Every statement stands in a file of its own under `ledger/`.
 * The jobs that a decision leaves keep where its look stands in a trace.
 */
export function buildLedger(
  pool: Pool,
  clock: Clock,
  { readTrace }: Pick<Telemetry, 'readTrace'> = NO_TELEMETRY,
): Ledger {
  const decide = buildGroupCommit<DecisionRequest, DecisionOutcome>({
    run: (batch) => decideBatch(pool, batch, clock.now().toISOString()),
    // Looks at one problem follow each other, so that each sees what the one before it decided.
    keyOf: ({ input }) => input.ticket.problemId,
    isOutage: (error) => error instanceof AdapterError && error.code === 'database_unavailable',
    maxBatch: MAX_BATCH,
    maxInFlight: MAX_IN_FLIGHT,
  });
  return withDatabaseErrors<Ledger>({
    decideTicket: (input, decideOne) => decide({ input, decide: decideOne, trace: readTrace() }),
    appendDecided: (request, decideEntries) => appendDecided(pool, request, decideEntries, clock),
    restoreProblem: (request, decideEntries) =>
      restoreProblem(pool, request, decideEntries, clock.now().toISOString()),
    readBalanceAsOf: (billingAccountId, at, byClock) => readBalanceAsOf(pool, billingAccountId, at, byClock),
    readDueAccounts: (now, limit) => readDueAccounts(pool, now, limit),
    readStoredTicket: async (ticketId) => (await readStoredTickets(pool, [ticketId]))[0],
    readStoredTickets: (ticketIds) => readStoredTickets(pool, ticketIds),
    forgetDefect: (problemTicketId) => forgetDefect(pool, problemTicketId),
    readUnshownIncidents: (problemTicketId, limit) => readUnshownIncidents(pool, problemTicketId, limit),
    readTotals: (billingAccountId) => readTotals(pool, billingAccountId),
    readEntries: (billingAccountId, limit, request) => readEntries(pool, billingAccountId, limit, request),
    readAnswer: (commandId) => readAnswer(pool, commandId),
    markShown: (ticketId, shown) => markShown(pool, ticketId, shown, clock.now().toISOString()),
    markClosed: (ticketId, shows) => markClosed(pool, ticketId, shows),
    keepRounds: (ticketId, rounds) => keepRounds(pool, ticketId, rounds),
    markLowBalanceTold: (ticketId) => markLowBalanceTold(pool, ticketId),
    queueWaitingTickets: (limit, now) =>
      inTransaction(pool, (client) => queueWaitingTickets(client, limit, now)),
    endWaiting: (ticketId, endedAs) => inTransaction(pool, (client) => endWaiting(client, ticketId, endedAs)),
    countWrongLines: (since) => countWrongLines(pool, since),
    readRequester: (requesterId) => readRequester(pool, requesterId),
    markRequesterShown: (requesterId, fields, now) => markRequesterShown(pool, requesterId, fields, now),
  });
}
