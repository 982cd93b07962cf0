import type { Pool } from 'pg';
import type { FactsMemory } from '../../use-cases/ports/factsMemory';
import { inTurn } from './facts/inTurn';
import type { TurnTimes } from './facts/inTurn';
import { takeDue } from './facts/takeDue';
import { forgetClient, recallClient, rememberClient } from './facts/rememberedClients';
import {
  forgetAccount,
  noteChange,
  recallFacts,
  rememberFacts,
  rememberFailure,
} from './facts/rememberedFacts';
import { withDatabaseErrors } from './withDatabaseErrors';

/** A reading may take minutes, a dead replica is noticed after the lease; who waits gives its place to other work. */
const TURN_TIMES: TurnTimes = { leaseMs: 15_000, waitMs: 5_000, pollMs: 25 };

/** What billing said last, kept in Postgres so that every replica and every restart knows it. */
export function buildFactsMemory(pool: Pool, times: TurnTimes = TURN_TIMES): FactsMemory {
  return withDatabaseErrors<FactsMemory>({
    recallClient: (email) => recallClient(pool, email),
    rememberClient: (email, billingAccountId, matchedAt) =>
      rememberClient(pool, email, billingAccountId, matchedAt),
    forgetClient: (email) => forgetClient(pool, email),
    recallFacts: (billingAccountId) => recallFacts(pool, billingAccountId),
    rememberFacts: (facts, readMs, turnId) => rememberFacts(pool, facts, readMs, turnId),
    rememberFailure: (billingAccountId) => rememberFailure(pool, billingAccountId),
    forgetAccount: (billingAccountId) => forgetAccount(pool, billingAccountId),
    noteChange: (billingAccountId, at) => noteChange(pool, billingAccountId, at),
    takeDue: (askedBefore, now) => takeDue(pool, askedBefore, now),
    inTurn: (billingAccountId, now, work) => inTurn(pool, times, { billingAccountId, now, work }),
  });
}
