import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import { buildFactsMemory } from '../../../src/adapters/postgres/buildFactsMemory';
import type { AccountFacts } from '../../../src/domain/accounts/accountFacts';
import type { FactsMemory } from '../../../src/use-cases/ports/factsMemory';
import { buildFacts } from '../../domain/builders';
import { openTestLedger } from '../../helpers/database/ledgerOnTest';

const NOON = '2026-11-22T12:00:00.000Z';
const LATER = '2026-11-22T12:00:01.000Z';
const TOMORROW = '2026-11-23T12:00:00.000Z';

let pool: Pool;
let close: () => Promise<void>;
let memory: FactsMemory;

beforeEach(async () => {
  ({ pool, close } = await openTestLedger());
  memory = buildFactsMemory(pool);
});
afterEach(() => close());

/** Reads the account as `facts` say, in a turn of its own. */
const remember = (facts: AccountFacts, readMs = 0) =>
  memory.inTurn(facts.billingAccountId, NOON, (turnId) => memory.rememberFacts(facts, readMs, turnId));

describe('buildFactsMemory', () => {
  it('recalls the facts last read, and whether billing answered last time', async () => {
    await remember(buildFacts({ spendCents: 5_000, readAt: NOON }), 120);
    expect(await memory.recallFacts('1001')).toMatchObject({
      facts: { spendCents: 5_000, readAt: NOON },
      isReachable: true,
      changedAt: undefined,
    });
    await memory.rememberFailure('1001');
    expect(await memory.recallFacts('1001')).toMatchObject({
      facts: { spendCents: 5_000 },
      isReachable: false,
    });
  });

  it('keeps how long the reading took', async () => {
    await remember(buildFacts(), 120);
    const { rows } = await pool.query('select read_ms from support_credits.billing_facts');
    expect(rows).toEqual([{ read_ms: 120 }]);
  });

  it('remembers nothing of a turn that has passed to others', async () => {
    await memory.inTurn('1001', NOON, async (lost) => {
      await pool.query(`update support_credits.billing_facts set leased_until = now() - interval '1 ms'`);
      await remember(buildFacts({ spendCents: 2, readAt: NOON }));
      await memory.rememberFacts(buildFacts({ spendCents: 1, readAt: LATER }), 0, lost);
    });
    expect(await memory.recallFacts('1001')).toMatchObject({ facts: { spendCents: 2 } });
  });

  it('takes what was read last, also when the clock of the reading before ran ahead', async () => {
    await remember(buildFacts({ spendCents: 1, readAt: TOMORROW }));
    await remember(buildFacts({ spendCents: 2, readAt: NOON }));
    expect(await memory.recallFacts('1001')).toMatchObject({ facts: { spendCents: 2, readAt: NOON } });
  });

  it('has an account read again that was asked about at a time that is still to come', async () => {
    await memory.inTurn('1001', TOMORROW, async () => undefined);
    expect(await memory.takeDue('2026-11-22T11:00:00.000Z', NOON)).toBe('1001');
    expect(await memory.takeDue('2026-11-22T11:00:00.000Z', NOON)).toBeUndefined();
  });

  it('keeps when billing last said that something changed, of accounts that are known', async () => {
    expect(await memory.noteChange('1001', NOON)).toBe(false);
    await remember(buildFacts());
    expect(await memory.noteChange('1001', LATER)).toBe(true);
    expect(await memory.noteChange('1001', NOON)).toBe(true);
    expect(await memory.recallFacts('1001')).toMatchObject({ changedAt: LATER });
  });

  it('forgets an account that billing has no more', async () => {
    await remember(buildFacts());
    await memory.forgetAccount('1001');
    expect(await memory.recallFacts('1001')).toBeUndefined();
  });

  it('knows whose an e-mail is, whatever its case, until it is nobody’s', async () => {
    expect(await memory.recallClient('a@b.test')).toBeUndefined();
    await memory.rememberClient('a@b.test', '1001', NOON);
    expect(await memory.recallClient('A@B.test')).toEqual({ billingAccountId: '1001', matchedAt: NOON });
    await memory.forgetClient('A@B.test');
    expect(await memory.recallClient('a@b.test')).toBeUndefined();
  });

  it('takes no other letter for a plain one', async () => {
    await memory.rememberClient('kate@b.test', '1001', NOON);
    expect(await memory.recallClient('\u212Aate@b.test')).toBeUndefined();
  });

  it('keeps the newer of two answers about an e-mail', async () => {
    await memory.rememberClient('a@b.test', '1002', LATER);
    await memory.rememberClient('a@b.test', '1001', NOON);
    expect(await memory.recallClient('a@b.test')).toMatchObject({ billingAccountId: '1002' });
  });

  it('lets no answer of a clock that ran ahead outlast what is found after it', async () => {
    await memory.rememberClient('a@b.test', '1002', TOMORROW);
    await memory.rememberClient('a@b.test', '1001', NOON);
    expect(await memory.recallClient('a@b.test')).toEqual({ billingAccountId: '1001', matchedAt: NOON });
  });

  it('keeps no e-mail in the database', async () => {
    await memory.rememberClient('a@b.test', '1001', NOON);
    const { rows } = await pool.query('select * from support_credits.billing_clients');
    expect(JSON.stringify(rows)).not.toContain('a@b.test');
  });
});

describe('inTurn', () => {
  const QUICK = { leaseMs: 60_000, waitMs: 30_000, pollMs: 1 };

  it('reads one account once at a time over all replicas, and different ones side by side', async () => {
    const replicas = [buildFactsMemory(pool, QUICK), buildFactsMemory(pool, QUICK)];
    const atWork = new Map<string, number>();
    let most = 0;
    const works = Array.from({ length: 12 }, (_, index) => {
      const account = String(index % 3);
      return replicas[index % 2]!.inTurn(account, NOON, async () => {
        atWork.set(account, (atWork.get(account) ?? 0) + 1);
        most = Math.max(most, ...atWork.values());
        await pause(5);
        atWork.set(account, atWork.get(account)! - 1);
        return account;
      });
    });
    expect(await Promise.all(works)).toEqual(works.map((_, index) => ({ value: String(index % 3) })));
    expect(most).toBe(1);
  });

  it('gives way when others are at it for too long', async () => {
    const impatient = buildFactsMemory(pool, { ...QUICK, waitMs: 0 });
    const outcome = await memory.inTurn('1001', NOON, () =>
      impatient.inTurn('1001', NOON, async () => 'second'),
    );
    expect(outcome).toEqual({ value: undefined });
  });

  it('passes the turn on when the work fails', async () => {
    const failing = memory.inTurn('1001', NOON, () => Promise.reject(new Error('no answer')));
    await expect(failing).rejects.toThrow('no answer');
    expect(await memory.inTurn('1001', NOON, async () => 'next')).toEqual({ value: 'next' });
  });

  it('takes over from a replica that died while it read', async () => {
    await memory.inTurn('1001', NOON, async () => {
      // As a death leaves the row: leased, and nobody renews it.
      await pool.query(
        `update support_credits.billing_facts set lease_id = gen_random_uuid(), leased_until = now() - interval '1 ms'`,
      );
    });
    expect(await memory.inTurn('1001', NOON, async () => 'taken over')).toEqual({ value: 'taken over' });
  });

  it('keeps its lease for as long as it works', async () => {
    const short = buildFactsMemory(pool, { leaseMs: 1_000, waitMs: 30_000, pollMs: 5 });
    let isReading = true;
    const long = short.inTurn('1001', NOON, async () => {
      // Longer than a lease lasts that nobody renews; a lease in turn outlasts a machine that is busy for a moment.
      await pause(2_200);
      isReading = false;
    });
    await pause(10);
    const seen = await short.inTurn('1001', NOON, async () => isReading);
    await long;
    expect(seen).toEqual({ value: false });
  });
});
