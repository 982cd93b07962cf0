import { DatabaseError } from 'pg';
import type { Pool, PoolClient } from 'pg';
import { EMPTY_LEDGER } from '../../../domain/credits/ledgerView';
import type { LedgerView } from '../../../domain/credits/ledgerView';
import type { NewEntry } from '../../../domain/credits/newEntry';
import type { RestoredEntry } from '../../../domain/rebuild/decideRestored';
import { stateAfter } from '../../../domain/tickets/stateAfter';
import type { TicketSubject } from '../../../domain/tickets/ticketSubject';
import type { DecideRestore, RestoreOutcome, RestoreRequest } from '../../../use-cases/ports/restoreRequest';
import { inTransaction } from '../inTransaction';
import { appendPlan } from './appendPlan';
import { findGrantedPacks } from './findGrantedPacks';
import { lockState } from './lockState';
import { buildPlan, planEntries } from './planEntries';
import type { Plan } from './planEntries';
import type { State } from './readState';
import { toStateRow } from './storeTicketStates';
import type { TicketStateRow } from './storeTicketStates';

/**
 * Appends what history tells of one problem, with the same steps as every decision, unless the ledger knows of a charge of
 * it: then somebody else was faster, or it was never lost. The primary key of open charges stands behind that.
 */
export async function restoreProblem(
  pool: Pool,
  request: RestoreRequest,
  decide: DecideRestore,
  recordedAt: string,
): Promise<RestoreOutcome> {
  const attempt = () => inTransaction(pool, (client) => restore(client, request, decide, recordedAt));
  return attempt().catch((error: unknown) => {
    if (isChargedMeanwhile(error)) return attempt();
    throw error;
  });
}

/** Somebody charged the problem to an account that is not locked here: looked at again, the problem is known. */
function isChargedMeanwhile(error: unknown): boolean {
  const constraints = ['ledger_entries_key_key', 'open_charges_pkey'];
  return error instanceof DatabaseError && constraints.includes(error.constraint ?? '');
}

async function restore(
  client: PoolClient,
  request: RestoreRequest,
  decide: DecideRestore,
  recordedAt: string,
): Promise<RestoreOutcome> {
  const { problemId, billingAccountIds, tickets } = request;
  const ticketIds = tickets.map(({ ticket }) => ticket.id);
  const state = await lockState(client, {
    billingAccountIds,
    problemIds: [problemId],
    commandIds: [],
    ticketIds,
  });
  if ((state.problems.get(problemId)?.chargeCount ?? 0) > 0) return { kind: 'known' };
  const entries = await decideWithoutForeignPacks(client, state, decide);
  await appendInTurn(client, state, entries, { recordedAt, tickets });
  const ticketStates = toStateRows(request, state, entries);
  await appendPlan(client, buildPlan(), [], state.grantIds, { ticketStates, jobs: [] });
  return { kind: 'restored', entries };
}

/**
 * One statement for each charge and each return, with the grants before it: a statement cannot return what it charges. Carries
 * what each does into `state.accounts`.
 */
async function appendInTurn(
  client: PoolClient,
  state: State,
  entries: readonly RestoredEntry[],
  { recordedAt, tickets }: { recordedAt: string; tickets: RestoreRequest['tickets'] },
): Promise<void> {
  let plan = buildPlan();
  for (const { billingAccountId, occurredAt, entry } of entries) {
    const account = state.accounts.get(billingAccountId);
    if (account === undefined) throw new Error('Defect: an account of the problem was not locked.');
    const subject = findSubject(tickets, entry);
    const after = planEntries(plan, account, [entry], { occurredAt, recordedAt, subject });
    state.accounts.set(billingAccountId, after);
    if (entry.kind === 'grant') continue;
    await appendPlan(client, plan, [...state.accounts.values()], state.grantIds);
    await learnGrants(client, plan, state.grantIds);
    plan = buildPlan();
  }
}

/** What the ticket that an entry was made for is about now; what it was about then is told by nothing. */
function findSubject(tickets: RestoreRequest['tickets'], entry: NewEntry): TicketSubject | undefined {
  const ticketId = 'ticketId' in entry ? entry.ticketId : undefined;
  return tickets.find(({ ticket }) => ticket.id === ticketId)?.ticket.subject;
}

/** A later return may give back to a grant that was only just made. */
async function learnGrants(
  client: PoolClient,
  { grants }: Plan,
  grantIds: Map<string, string>,
): Promise<void> {
  if (grants.length === 0) return;
  const { rows } = await client.query<{ key: string; id: string }>(
    'select key, entry_id::text as id from support_credits.grants where key = any($1)',
    [grants.map(({ key }) => key)],
  );
  for (const { key, id } of rows) grantIds.set(key, id);
}

/** A pack of the month that billing moved here after it was granted elsewhere counts as granted. */
async function decideWithoutForeignPacks(
  client: PoolClient,
  state: State,
  decide: DecideRestore,
): Promise<RestoredEntry[]> {
  const decideBut = (granted: readonly string[]) => decide(toViews(state, granted));
  const entries = decideBut([]);
  const granted = await findGrantedPacks(
    client,
    entries.map(({ entry }) => entry),
  );
  return granted.length === 0 ? entries : decideBut(granted);
}

function toViews({ accounts }: State, granted: readonly string[]): Map<string, LedgerView> {
  return new Map(
    [...accounts].map(([id, account]) => [
      id,
      {
        ...EMPTY_LEDGER,
        billingAccountId: account.billingAccountId,
        book: account.book,
        spendGrantCount: account.spendGrantCount,
        spendClawbacks: account.spendClawbacks,
        grantedKeys: [...account.grantedKeys, ...granted],
      },
    ]),
  );
}

/** The tickets as their problem has it in the end. One that was decided meanwhile keeps its own state. */
function toStateRows(
  { tickets }: RestoreRequest,
  { accounts, tickets: known }: State,
  entries: readonly RestoredEntry[],
): TicketStateRow[] {
  const state = stateAfter(entries.map(({ entry }) => entry));
  return tickets
    .filter(({ ticket }) => !known.has(ticket.id))
    .map(({ ticket, identity, decidedAt }) =>
      toStateRow({
        input: { ticket, identity, occurredAt: decidedAt },
        decision: { entries: [], state, answer: undefined },
        identity,
        balanceCredits:
          identity.kind === 'client' ? accounts.get(identity.billingAccountId)?.balanceCredits : undefined,
      }),
    );
}
