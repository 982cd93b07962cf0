import { DatabaseError } from 'pg';
import type { Pool, PoolClient } from 'pg';
import { decideLowBalance } from '../../../domain/low-balance/decideLowBalance';
import type { LedgerView } from '../../../domain/credits/ledgerView';
import { EMPTY_LEDGER } from '../../../domain/credits/ledgerView';
import type { NewEntry } from '../../../domain/credits/newEntry';
import type { Result } from '../../../domain/result';
import type { AppendOutcome, AppendRequest } from '../../../use-cases/ports/ledger';
import type { Clock } from '../../../use-cases/ports/clock';
import { hasTurn } from '../facts/hasTurn';
import { inTransaction } from '../inTransaction';
import { appendPlan } from './appendPlan';
import { findGrantedPacks } from './findGrantedPacks';
import { keepCrossings } from './keepCrossings';
import { findRecorded } from './findRecorded';
import { lockState } from './lockState';
import { buildPlan, planEntries } from './planEntries';
import { queueLongestHeld } from './queueLongestHeld';

type Decide<Refusal extends string> = (view: LedgerView, hasTurn: boolean) => Result<NewEntry[], Refusal>;

/** Carries an outcome out of the transaction that it makes roll back. */
class RolledBack<Outcome> extends Error {
  readonly outcome: Outcome;

  constructor(outcome: Outcome) {
    super('Rolled back on purpose.');
    this.outcome = outcome;
  }
}

/**
 * Appends what is decided for one client under the lock of its account, with the same steps as every look at a ticket.
 * A dry run takes the same steps to the last and is then rolled back; a refusal leaves nothing either, not even the row
 * of an account that was new.
 */
export async function appendDecided<Refusal extends string>(
  pool: Pool,
  request: AppendRequest,
  decide: Decide<Refusal>,
  clock: Clock,
): Promise<AppendOutcome<Refusal>> {
  const attempt = () =>
    inTransaction(pool, async (client) => {
      const outcome = await append(client, request, decide, clock.now().toISOString());
      if (request.isDryRun || outcome.kind === 'refused') throw new RolledBack(outcome);
      return outcome;
    });
  try {
    return await attempt().catch((error: unknown) => {
      if (isKeyTaken(error)) return attempt();
      throw error;
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.outcome;
    throw error;
  }
}

/** Somebody stated the same key for another client at the same moment: looked at again, it is found as recorded. */
function isKeyTaken(error: unknown): boolean {
  return error instanceof DatabaseError && error.constraint === 'ledger_entries_key_key';
}

async function append<Refusal extends string>(
  client: PoolClient,
  { billingAccountId, occurredAt, statement, turnId }: AppendRequest,
  decide: Decide<Refusal>,
  recordedAt: string,
): Promise<AppendOutcome<Refusal>> {
  const { accounts, grantIds } = await lockState(client, {
    billingAccountIds: [billingAccountId],
    problemIds: [],
    commandIds: [],
    ticketIds: [],
  });
  const account = accounts.get(billingAccountId);
  if (account === undefined) throw new Error('Defect: the account was not locked.');
  const recorded = statement && (await findRecorded(client, billingAccountId, statement));
  if (recorded !== undefined) return { kind: 'already_recorded', ...recorded };
  const isInTurn = turnId === undefined || (await hasTurn(client, billingAccountId, turnId));
  const decided = await decideWithoutForeignPacks(client, { ...EMPTY_LEDGER, ...account }, (view) =>
    decide(view, isInTurn),
  );
  const balanceBefore = account.balanceCredits;
  if (!decided.ok) return { kind: 'refused', reason: decided.reason, balanceBefore };
  const plan = buildPlan();
  const after = planEntries(plan, account, decided.value, { occurredAt, recordedAt });
  await appendPlan(client, plan, [after], grantIds);
  const lowBalance = decideLowBalance(account.book, decided.value, [], occurredAt);
  await keepCrossings(client, [
    { accountId: account.id, ticketId: undefined, at: occurredAt, ...lowBalance },
  ]);
  // R12: what was granted goes to the tickets that are held for want of it.
  if (after.balanceCredits > balanceBefore) await queueLongestHeld(client, [billingAccountId]);
  return {
    kind: 'appended',
    entryKeys: decided.value.map((entry) => entry.key),
    balanceBefore,
    balanceAfter: after.balanceCredits,
  };
}

/**
 * A pack grants its credits once, whichever account holds it: what another account was granted for it, before billing moved
 * the pack here, counts as granted.
 */
async function decideWithoutForeignPacks<Refusal extends string>(
  client: PoolClient,
  view: LedgerView,
  decide: (view: LedgerView) => Result<NewEntry[], Refusal>,
): Promise<Result<NewEntry[], Refusal>> {
  const decided = decide(view);
  const granted = decided.ok ? await findGrantedPacks(client, decided.value) : [];
  if (granted.length === 0) return decided;
  return decide({ ...view, grantedKeys: [...view.grantedKeys, ...granted] });
}
