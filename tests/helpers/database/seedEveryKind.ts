import { allocate } from '../../../src/domain/credits/allocate';
import { decideGivenAdjustment } from '../../../src/domain/credits/decideGivenAdjustment';
import { decideGivenGrant } from '../../../src/domain/credits/decideGivenGrant';
import { decideExpiries } from '../../../src/domain/credits/decideExpiries';
import type { LedgerView } from '../../../src/domain/credits/ledgerView';
import type { NewEntry } from '../../../src/domain/credits/newEntry';
import type { Ledger } from '../../../src/use-cases/ports/ledger';

const NOW = '2026-03-01T10:00:00.000Z';
const LATER = '2026-05-01T10:00:00.000Z';
const actor = { kind: 'operator', name: 'Ann' } as const;
const snapshot = { grade: 'linked', partnerLevel: undefined, spendCents: 0, billingReadAt: NOW } as const;

/**
 * One account with an entry of every kind that an operator or a ticket makes: two grants, of which one repays a debt and
 * one ends; debits, of which one is refunded; a waiver; an adjustment that leaves a debt.
 */
export async function seedEveryKind(ledger: Ledger, account: string): Promise<void> {
  const append = async (occurredAt: string, decide: (view: LedgerView) => NewEntry[]) => {
    const outcome = await ledger.appendDecided({ billingAccountId: account, occurredAt }, (view) => ({
      ok: true,
      value: decide(view),
    }));
    if (outcome.kind !== 'appended') throw new Error(`not appended: ${outcome.kind}`);
  };
  const give = (key: string, amountCredits: number, expiresAt?: string) =>
    append(NOW, (view) => {
      const given = { key: `given:${account}:${key}`, amountCredits, expiresAt, actor, reason: 'why, "so"' };
      const decided = decideGivenGrant({ ...given, source: 'goodwill' }, view, NOW);
      return decided.ok ? decided.value : [];
    });
  const problem = (id: string) => ({ problemId: `zt_${account}_${id}`, ticketId: id, actor });
  const debit = (id: string) =>
    append(NOW, (view) => [
      {
        kind: 'debit',
        key: `debit:zt_${account}_${id}:0`,
        ...problem(id),
        amountCredits: 1,
        allocations: allocate(view.book.grants, 1, NOW),
        snapshot,
      },
    ]);
  await give('first', 3);
  await debit('1');
  await debit('2');
  await append(NOW, () => [
    {
      kind: 'refund',
      key: `refund:debit:zt_${account}_1:0`,
      debitKey: `debit:zt_${account}_1:0`,
      ...problem('1'),
      amountCredits: 1,
      allocations: [{ grantKey: `given:${account}:first`, amountCredits: 1 }],
      reopens: [],
      reason: 'goodwill',
    },
  ]);
  await append(NOW, () => [
    { kind: 'waiver', key: `waiver:zt_${account}_3:0`, ...problem('3'), reason: 'partner', snapshot },
  ]);
  await append(NOW, (view) => {
    const given = {
      key: `given:${account}:fix`,
      amountCredits: 4,
      isDebtAllowed: true,
      reason: 'slip',
      actor,
    };
    const decided = decideGivenAdjustment(given, view, NOW);
    return decided.ok ? decided.value : [];
  });
  await give('second', 5, '2026-04-01T00:00:00.000Z');
  await append(LATER, (view) => decideExpiries(view.book.grants, LATER));
  await give('third', 2);
  await debit('4');
}
