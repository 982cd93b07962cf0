import { rowsSql, toArrays } from './arrays';
import type { AllocationRow, DebtRow, GrantRow } from './planEntries';
import type { TicketStateRow } from './storeTicketStates';
import type { EntryRow } from './toEntryRow';

/** What one statement writes, list by list. */
export type AppendLists = {
  entries: EntryRow[];
  newGrants: (GrantRow & { remaining_credits: number })[];
  /** What is taken from each grant or given back to it, in sum. */
  movedGrants: { id: string | null; credits: number; expires_at: string | null }[];
  newDebts: DebtRow[];
  movedDebts: { entry_key: string; credits: number }[];
  allocations: (AllocationRow & { grant_id: string | null })[];
  accounts: AccountRow[];
  ticketStates: TicketStateRow[];
};

/** An account as it is after the entries; the hash as hex. */
export type AccountRow = {
  id: string;
  balance_credits: number;
  entry_count: number;
  last_hash: string;
  debt_credits: number;
  earned_credits: number;
  bought_credits: number;
  used_credits: number;
  returned_credits: number;
  spend_grant_count: number;
};

/** The columns of each list with their types in Postgres. */
const COLUMNS: { [List in keyof AppendLists]: Record<keyof AppendLists[List][number], string> } = {
  entries: {
    credit_account_id: 'bigint',
    account_seq: 'integer',
    kind: 'text',
    key: 'text',
    input_hash: 'text',
    amount_credits: 'integer',
    balance_after_credits: 'integer',
    problem_id: 'text',
    ticket_id: 'text',
    refunded_key: 'text',
    reason: 'text',
    spend_step: 'integer',
    proof: 'text',
    moves: 'text',
    snapshot: 'text',
    actor: 'text',
    occurred_at: 'timestamptz',
    recorded_at: 'timestamptz',
    entry_hash: 'text',
    topic: 'text',
    product: 'text',
    submitted_at: 'timestamptz',
  },
  newGrants: {
    key: 'text',
    credit_account_id: 'bigint',
    source: 'text',
    amount_credits: 'integer',
    is_paid: 'boolean',
    effective_at: 'timestamptz',
    expires_at: 'timestamptz',
    remaining_credits: 'integer',
  },
  movedGrants: { id: 'bigint', credits: 'integer', expires_at: 'timestamptz' },
  newDebts: { entry_key: 'text', credit_account_id: 'bigint', amount_credits: 'integer' },
  movedDebts: { entry_key: 'text', credits: 'integer' },
  allocations: { entry_key: 'text', grant_key: 'text', amount_credits: 'integer', grant_id: 'bigint' },
  accounts: {
    id: 'bigint',
    balance_credits: 'integer',
    entry_count: 'integer',
    last_hash: 'text',
    debt_credits: 'integer',
    earned_credits: 'integer',
    bought_credits: 'integer',
    used_credits: 'integer',
    returned_credits: 'integer',
    spend_grant_count: 'integer',
  },
  ticketStates: {
    ticket_id: 'text',
    requester_id: 'text',
    billing_account_id: 'text',
    identity_grade: 'text',
    identity_refusal: 'text',
    line: 'text',
    credit_state: 'text',
    reason: 'text',
    balance_credits: 'integer',
    problem_id: 'text',
    merged_into: 'text',
    defect_ticket_id: 'text',
    ended_as: 'text',
    is_solved: 'boolean',
    is_marked_defect: 'boolean',
    decided_at: 'timestamptz',
  },
};

const LISTS = Object.keys(COLUMNS) as (keyof AppendLists)[];
const NAMES = LISTS.map((list) => ({ list, columns: Object.keys(COLUMNS[list]) }));

/** The rows of a list as a `from` item called `name`. */
export function listSql(list: keyof AppendLists, name: string): string {
  return rowsSql(name, Object.entries<string>(COLUMNS[list]), firstParameterOf(list));
}

/** How many rows a list has. */
export function countSql(list: keyof AppendLists): string {
  const [type = ''] = Object.values<string>(COLUMNS[list]);
  return `cardinality($${firstParameterOf(list)}::${type}[])`;
}

function firstParameterOf(list: keyof AppendLists): number {
  const before = LISTS.slice(0, LISTS.indexOf(list));
  return 1 + before.reduce((sum, each) => sum + Object.keys(COLUMNS[each]).length, 0);
}

/** The parameters that {@link listSql} speaks of. */
export function toParameters(lists: AppendLists): string[] {
  return NAMES.flatMap(({ list, columns }) => toArrays(lists[list], columns));
}

/** The first parameter after those of the lists. */
export const AFTER_LISTS = `$${LISTS.reduce((sum, each) => sum + Object.keys(COLUMNS[each]).length, 0) + 1}`;
