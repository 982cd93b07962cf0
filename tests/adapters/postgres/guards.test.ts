import type { Pool } from 'pg';
import type { NewEntry } from '../../../src/domain/credits/newEntry';
import { inTransaction } from '../../../src/adapters/postgres/inTransaction';
import { appendEntries } from '../../../src/adapters/postgres/ledger/appendEntries';
import { lockAccount } from '../../../src/adapters/postgres/ledger/lockAccount';
import { NOW } from '../../domain/builders';
import { openTestLedger } from '../../helpers/database/ledgerOnTest';

let pool: Pool;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ pool, close } = await openTestLedger());
});
afterEach(() => close());

const snapshot = {
  grade: 'verified_email',
  partnerLevel: undefined,
  spendCents: 0,
  billingReadAt: NOW,
} as const;
const actor = { kind: 'rule' } as const;

const grant = (n: number, amountCredits = 1): NewEntry => ({
  kind: 'grant',
  key: `grant:spend:1001:${n}`,
  source: 'spend',
  amountCredits,
  isPaid: false,
  effectiveAt: NOW,
  expiresAt: undefined,
  proof: {},
});
const debit = (key: string, grantKey: string, problemId = 'zt_7'): NewEntry => ({
  kind: 'debit',
  key,
  problemId,
  ticketId: '7',
  amountCredits: 1,
  allocations: [{ grantKey, amountCredits: 1 }],
  snapshot,
  actor,
});
const refund = (key: string, debitKey: string): NewEntry => ({
  kind: 'refund',
  key,
  debitKey,
  problemId: 'zt_7',
  ticketId: '7',
  amountCredits: 1,
  allocations: [{ grantKey: 'grant:spend:1001:1', amountCredits: 1 }],
  reason: 'goodwill',
  actor,
});

/** Appends past the rules: only the guards of the schema stand between these entries and the ledger. */
const append = (...entries: NewEntry[]) =>
  inTransaction(pool, async (client) =>
    appendEntries(client, await lockAccount(client, '1001'), entries, NOW),
  );

describe('the guards of the schema', () => {
  it('refuse a second open charge of one problem', async () => {
    await append(grant(1), grant(2), debit('debit:zt_7:0', 'grant:spend:1001:1'));
    await expect(append(debit('debit:zt_7:1', 'grant:spend:1001:2'))).rejects.toMatchObject({
      code: '23505',
    });
  });

  it('refuse to take more from a grant than is left of it', async () => {
    await append(grant(1), debit('debit:zt_7:0', 'grant:spend:1001:1'));
    await expect(append(debit('debit:zt_8:0', 'grant:spend:1001:1', 'zt_8'))).rejects.toMatchObject({
      code: '23514',
    });
  });

  it('refuse a second refund of one debit, even under another key', async () => {
    await append(grant(1), debit('debit:zt_7:0', 'grant:spend:1001:1'), refund('refund:one', 'debit:zt_7:0'));
    await expect(append(refund('refund:two', 'debit:zt_7:0'))).rejects.toMatchObject({ code: '23505' });
  });

  it('refuse a refund of something that is no debit', async () => {
    await append(grant(1));
    await expect(append(refund('refund:one', 'grant:spend:1001:1'))).rejects.toMatchObject({
      code: expect.stringMatching(/^23/),
    });
    await expect(append(refund('refund:two', 'debit:never'))).rejects.toMatchObject({ code: '23514' });
  });

  it('refuse to change or remove what was written', async () => {
    await append(grant(1), debit('debit:zt_7:0', 'grant:spend:1001:1'));
    const attempts = [
      'update support_credits.ledger_entries set amount_credits = 2',
      'delete from support_credits.ledger_entries',
      'truncate support_credits.ledger_entries cascade',
      'update support_credits.allocations set amount_credits = 2',
      'delete from support_credits.allocations',
      'delete from support_credits.grants',
    ];
    for (const sql of attempts) await expect(pool.query(sql)).rejects.toMatchObject({ code: '23001' });
  });

  it('refuse amounts below one', async () => {
    await expect(append(grant(1, 0))).rejects.toMatchObject({ code: '23514' });
  });
});

describe('appendEntries', () => {
  it('takes the same statement under the same key once', async () => {
    await append(grant(1));
    expect(await append(grant(1))).toEqual({ writtenKeys: [], balanceCredits: 1 });
  });

  it('names the misuse of a key for another statement, and writes nothing', async () => {
    await append(grant(1));
    await expect(append(grant(2), grant(1, 5))).rejects.toMatchObject({ code: 'key_reused', retry: false });
    expect(await append()).toEqual({ writtenKeys: [], balanceCredits: 1 });
  });
});
