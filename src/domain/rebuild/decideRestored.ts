import type { AccountReading } from '../accounts/accountFacts';
import { allocate } from '../credits/allocate';
import { applyEntry } from '../credits/applyEntry';
import { applyToCharge } from '../credits/applyToCharge';
import { toRefund } from '../credits/decideRefund';
import type { Allocation, Book } from '../credits/grant';
import type { Charge, LedgerView } from '../credits/ledgerView';
import type { NewEntry, RefundEntry } from '../credits/newEntry';
import { toCharge } from '../credits/toCharge';
import { decideGrants } from '../entitlement/decideGrants';
import type { Policy } from '../policy/policy';
import { assert } from '../result';
import type { ToldCharge, ToldProblem, ToldRefund } from './toldProblem';

/** A client of now, with what billing says now. */
export type RestoredClient = Pick<Extract<AccountReading, { kind: 'client' }>, 'grade' | 'facts'>;

/** An entry that history tells of, for one account; `occurredAt` is when it happened (ISO 8601). */
export type RestoredEntry = { billingAccountId: string; occurredAt: string; entry: NewEntry };

/** What restoring a problem rests on. `views` hold the ledger of each account that the facts name; `now` is ISO 8601. */
export type RestoreFacts = {
  problem: ToldProblem;
  views: ReadonlyMap<string, LedgerView>;
  clients: ReadonlyMap<string, RestoredClient>;
  policy: Policy;
  now: string;
};

/**
 * The entries for what history tells of one problem, which the ledger knows nothing of. A debit is history: it takes what
 * could be used when it happened, else what can be used now (when a credit was earned cannot be read any more), and what
 * neither covers is a debt that later grants repay. Packs by the month are granted for the month that the debit lies in.
 */
export function decideRestored({ problem, views, clients, policy, now }: RestoreFacts): RestoredEntry[] {
  const books = new Map(views);
  const restored: RestoredEntry[] = [];
  let open: Charge | undefined;
  const add = (billingAccountId: string, occurredAt: string, entry: NewEntry) => {
    const view = readView(books, billingAccountId);
    if (entry.kind === 'debit' || entry.kind === 'waiver') open = toCharge(entry, view.book);
    else if (entry.kind === 'refund') open = undefined;
    else open = applyToCharge(open, entry);
    books.set(billingAccountId, {
      ...view,
      book: applyEntry(view.book, entry),
      grantedKeys: entry.kind === 'grant' ? [...view.grantedKeys, entry.key] : view.grantedKeys,
    });
    restored.push({ billingAccountId, occurredAt, entry });
  };
  for (const fact of problem.facts) {
    const { billingAccountId, at } = fact;
    const client = clients.get(billingAccountId);
    if (fact.kind === 'refund') {
      assert(open?.kind === 'debit', 'history returns only what it debited');
      const { book } = readView(books, billingAccountId);
      add(billingAccountId, at, toRefundEntry(problem.problemId, fact, open, book, policy));
      continue;
    }
    assert(client !== undefined, 'history is charged to clients that were read');
    const view = readView(books, billingAccountId);
    for (const grant of fact.kind === 'debit' ? decideMonths(client, view, policy, at) : []) {
      add(billingAccountId, at, grant);
    }
    add(
      billingAccountId,
      at,
      toChargeEntry(problem.problemId, fact, client, readView(books, billingAccountId).book, now),
    );
  }
  return restored;
}

function readView(views: ReadonlyMap<string, LedgerView>, billingAccountId: string): LedgerView {
  const view = views.get(billingAccountId);
  assert(view !== undefined, 'the ledger of each account that history names was read');
  return view;
}

/** What packs by the month granted for the month of `at`: when that is over, no look grants it any more. */
function decideMonths({ facts }: RestoredClient, view: LedgerView, policy: Policy, at: string): NewEntry[] {
  const monthly = new Set(
    policy.packs.flatMap(({ pricelistId, period }) => (period === 'month' ? [pricelistId] : [])),
  );
  const packs = facts.packs.filter(({ pricelistId, boughtAt }) => monthly.has(pricelistId) && boughtAt <= at);
  if (packs.length === 0) return [];
  return decideGrants({ ...facts, packs, spendCents: 0 }, view, { ...policy, welcomeCredits: 0 }, at);
}

function toChargeEntry(
  problemId: string,
  { kind, n, ticketId, actor, at, auditId }: ToldCharge,
  { grade, facts }: RestoredClient,
  book: Book,
  now: string,
): NewEntry {
  const { partnerLevel, spendCents, readAt: billingReadAt } = facts;
  const snapshot = { grade, partnerLevel, spendCents, billingReadAt, rebuiltFromAudit: auditId };
  const charge = { problemId, ticketId, snapshot, actor };
  if (kind === 'waiver') {
    const reason = actor.kind === 'agent' ? 'agent' : 'partner';
    return { kind, key: `waiver:${problemId}:${n}`, reason, ...charge };
  }
  return {
    kind,
    key: `debit:${problemId}:${n}`,
    amountCredits: 1,
    allocations: allocateOne(book, at, now),
    ...charge,
  };
}

function allocateOne({ grants }: Book, at: string, now: string): Allocation[] {
  const ofThen = allocate(grants, 1, at);
  return ofThen.length > 0 ? ofThen : allocate(grants, 1, now);
}

function toRefundEntry(
  problemId: string,
  { ticketId, reason, actor, handedOverBy, auditId, at }: ToldRefund,
  debit: Extract<Charge, { kind: 'debit' }>,
  book: Book,
  policy: Policy,
): RefundEntry {
  const facts = { ticket: { id: ticketId, problemId }, ledger: { book }, policy, now: at };
  const proof = { rebuiltFromAudit: auditId, ...(handedOverBy === undefined ? {} : { handedOverBy }) };
  return { ...toRefund(facts, debit, reason, actor), proof };
}
