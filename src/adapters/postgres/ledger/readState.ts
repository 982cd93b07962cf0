import type { PoolClient } from 'pg';
import type { Debt, Grant, GrantSource } from '../../../domain/credits/grant';
import type { Charge } from '../../../domain/credits/ledgerView';
import { REFUND_REASONS } from '../../../domain/policy/refundReason';
import { AdapterError } from '../../../use-cases/ports/AdapterError';
import type { AccountState } from './accountState';
import type { HeldTicket } from './heldTickets';
import type { LockedAccount } from './lockAccounts';
import { toPreviousTicket } from './previousTicket';
import type { PreviousRow, PreviousTicket } from './previousTicket';
import type { ProblemState } from './problemState';
import { READ_STATE } from './readStateSql';

/** Whose credit account the last charge of a problem is in. */
export type ProblemOwner = { billingAccountId: string; isOpen: boolean };

/** A ticket of the problem, or a debited one of another problem that was merged into one of its tickets. */
export type RelatedTicket = { problemId: string; ticketId: string; isMerged: boolean };

/** Everything that the decisions of one transaction look at. */
export type State = {
  accounts: Map<string, AccountState>;
  problems: Map<string, ProblemState>;
  /** Which client each problem was last charged to, and whether that stands; problems that never were are left out. */
  owners: Map<string, ProblemOwner>;
  /** Tickets that a change of the problem's charge may concern. */
  related: RelatedTicket[];
  answeredCommands: Set<string>;
  /** Ids of the grants that were read, by key. */
  grantIds: Map<string, string>;
  /** What was last decided for the tickets; those never looked at are left out. */
  tickets: Map<string, PreviousTicket>;
};

/** What the decisions of a transaction are about. */
export type Wanted = {
  billingAccountIds: readonly string[];
  problemIds: readonly string[];
  commandIds: readonly string[];
  ticketIds: readonly string[];
};

/** Reads all of it in one statement, apart from the accounts themselves. */
export async function readStateRow(client: PoolClient, wanted: Wanted): Promise<StateRow> {
  const { rows } = await client.query<StateRow>({
    name: 'read_state',
    text: READ_STATE,
    values: [wanted.billingAccountIds, wanted.problemIds, wanted.commandIds, wanted.ticketIds],
  });
  const row = rows[0];
  if (row === undefined) throw new Error('Defect: the state was not read.');
  return row;
}

/** The state from the accounts, locked, and a row that was read after that. */
export function toState(
  accounts: readonly LockedAccount[],
  row: StateRow,
  problemIds: readonly string[],
): State {
  const charges = groupBy(row.charges, ({ problem_id: id }) => id);
  return {
    accounts: toAccountStates(accounts, row),
    problems: new Map(problemIds.map((id) => [id, toProblemState(charges(id))])),
    owners: readOwners(accounts, row.charges),
    related: row.related,
    answeredCommands: new Set(row.answered),
    grantIds: new Map(row.grants.map((grant) => [grant.key, grant.id])),
    tickets: new Map(row.tickets.map((ticket) => [ticket.ticketId, toPreviousTicket(ticket)])),
  };
}

/** A row of {@link READ_STATE}. */
export type StateRow = {
  grants: (Omit<Grant, 'expiresAt' | 'source'> & {
    id: string;
    account: string;
    source: GrantSource;
    expiresAt: string | null;
  })[];
  debts: (Debt & { account: string })[];
  granted: { account: string; key: string }[];
  clawbacks: { account: string; step: number; times: number }[];
  charges: ChargeRow[];
  held: (HeldTicket & { account: string })[];
  tickets: PreviousRow[];
  answered: string[];
  related: RelatedTicket[];
};

type ChargeRow = {
  problem_id: string;
  account: string;
  key: string;
  kind: 'debit' | 'waiver';
  ticketId: string;
  isByAgent: boolean;
  amountCredits: number;
  reason: string;
  isOpen: boolean;
  refundReason: string | null;
  /** Of an open debit; null when it took from no grant. */
  allocations: { grantKey: string; amountCredits: number; expiresAt: string | null }[] | null;
};

function toAccountStates(accounts: readonly LockedAccount[], row: StateRow): Map<string, AccountState> {
  const ofAccount = ({ account }: { account: string }) => account;
  const grants = groupBy(row.grants, ofAccount);
  const debts = groupBy(row.debts, ofAccount);
  const held = groupBy(row.held, ofAccount);
  const granted = groupBy(row.granted, ofAccount);
  const clawbacks = groupBy(row.clawbacks, ofAccount);
  // In one piece: an object put together from another costs more than all that is read here.
  const toAccountState = (account: LockedAccount): AccountState => ({
    id: account.id,
    billingAccountId: account.billingAccountId,
    balanceCredits: account.balanceCredits,
    entryCount: account.entryCount,
    lastHash: account.lastHash,
    earnedCredits: account.earnedCredits,
    boughtCredits: account.boughtCredits,
    usedCredits: account.usedCredits,
    returnedCredits: account.returnedCredits,
    spendGrantCount: account.spendGrantCount,
    book: {
      grants: grants(account.id).map(toGrant),
      debts: debts(account.id).map(({ entryKey, amountCredits }) => ({ entryKey, amountCredits })),
    },
    heldTickets: held(account.id).map(({ ticketId, waitingSince }) => ({
      ticketId,
      waitingSince: toIso(waitingSince),
    })),
    grantedKeys: granted(account.id).map((each) => each.key),
    spendClawbacks: clawbacks(account.id).map(({ step, times }) => ({ step, times })),
  });
  return new Map(accounts.map((account) => [account.billingAccountId, toAccountState(account)]));
}

function toGrant(row: StateRow['grants'][number]): Grant {
  return {
    key: row.key,
    source: row.source,
    amountCredits: row.amountCredits,
    remainingCredits: row.remainingCredits,
    isPaid: row.isPaid,
    effectiveAt: toIso(row.effectiveAt),
    expiresAt: row.expiresAt === null ? undefined : toIso(row.expiresAt),
  };
}

/** The rows with the same key, in their order. */
function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): (key: string) => readonly Row[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return (key) => groups.get(key) ?? [];
}

/** `charges` come newest first. Another transaction that charged a problem elsewhere meanwhile fails this one: it is tried again. */
function readOwners(
  accounts: readonly LockedAccount[],
  charges: readonly ChargeRow[],
): Map<string, ProblemOwner> {
  const clients = new Map(accounts.map((account) => [account.id, account.billingAccountId]));
  const owners = new Map<string, ProblemOwner>();
  for (const { problem_id: problemId, account, isOpen } of charges) {
    if (owners.has(problemId)) continue;
    const client = clients.get(account);
    if (client === undefined) {
      throw new AdapterError('A problem was charged to another client meanwhile.', {
        code: 'charged_meanwhile',
        retry: true,
      });
    }
    owners.set(problemId, { billingAccountId: client, isOpen });
  }
  return owners;
}

/** `charges` come newest first. */
function toProblemState(charges: readonly ChargeRow[]): ProblemState {
  const open = charges.find((charge) => charge.isOpen);
  return {
    openCharge: open && toCharge(open),
    chargeCount: charges.length,
    refundReason: REFUND_REASONS.find((reason) => reason === charges[0]?.refundReason),
    refundReasons: REFUND_REASONS.filter((reason) => charges.some((each) => each.refundReason === reason)),
  };
}

function toCharge(row: ChargeRow): Charge {
  if (row.kind === 'waiver') {
    return { kind: 'waiver', key: row.key, reason: row.reason === 'agent' ? 'agent' : 'partner' };
  }
  const allocations = (row.allocations ?? []).map(({ expiresAt, ...each }) => ({
    ...each,
    expiresAt: expiresAt === null ? undefined : toIso(expiresAt),
  }));
  const { key, ticketId, isByAgent, amountCredits } = row;
  return { kind: 'debit', key, ticketId, isByAgent, amountCredits, allocations };
}

/** Postgres writes times in JSON with an offset; the rules compare them as text, so they get one form. */
function toIso(time: string): string {
  return new Date(time).toISOString();
}
