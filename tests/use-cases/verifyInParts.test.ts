import type { Pool } from 'pg';
import { buildLedger } from '../../src/adapters/postgres/buildLedger';
import { buildPool } from '../../src/adapters/postgres/buildPool';
import { readVerified } from '../../src/adapters/postgres/figures/readVerified';
import { buildLedgerProof } from '../../src/adapters/postgres/verify/buildLedgerProof';
import { buildVerificationMemory } from '../../src/adapters/postgres/verify/buildVerificationMemory';
import type { AccountRange, LedgerProof } from '../../src/use-cases/ports/ledgerProof';
import { verifyInParts } from '../../src/use-cases/verifyInParts';
import { seedEveryKind } from '../helpers/database/seedEveryKind';
import { createTestDatabase } from '../helpers/database/testDatabase';
import type { TestDatabase } from '../helpers/database/testDatabase';
import { buildRecordingLogger } from '../server/recordingLogger';
import { FakeClock } from './fakes';

let database: TestDatabase;
let pool: Pool;
let clock: FakeClock;
let log: ReturnType<typeof buildRecordingLogger>;

beforeEach(async () => {
  log = buildRecordingLogger();
  clock = new FakeClock();
  database = await createTestDatabase();
  pool = buildPool({ connectionString: database.url, logger: log.logger });
  for (const account of ['1001', '1002', '1003']) await seedEveryKind(buildLedger(pool, clock), account);
});
afterEach(async () => {
  await pool.end();
  await database.drop();
});

/** The real proof with one account a range; each takes ten minutes. */
function buildSlowProof(): LedgerProof & { proved: AccountRange[] } {
  const proof = buildLedgerProof(pool);
  const proved: AccountRange[] = [];
  return {
    ...proof,
    proved,
    async readRange(afterId) {
      const { rows } = await pool.query<{ id: string }>(
        'select id from support_credits.credit_accounts where id > $1 order by id limit 1',
        [afterId],
      );
      return rows[0] && { afterId, toId: rows[0].id };
    },
    async proveRange(range) {
      clock.advance(10 * 60_000);
      proved.push(range);
      return proof.proveRange(range);
    },
  };
}

const run = (proof: LedgerProof = buildLedgerProof(pool), budgetMs = 60 * 60_000) =>
  verifyInParts(
    { proof, verificationMemory: buildVerificationMemory(pool), clock, logger: log.logger },
    { budgetMs },
  );

const readKept = async () => {
  const client = await pool.connect();
  return readVerified(client).finally(() => client.release());
};

const countEntries = async () =>
  Number((await pool.query('select count(*) from support_credits.ledger_entries')).rows[0].count);

describe('verifyInParts', () => {
  it('proves the whole ledger and keeps how that ended', async () => {
    const entryCount = await countEntries();
    expect(await readKept()).toBeUndefined();
    expect(await run()).toEqual({ kind: 'sound', accountCount: 3, entryCount });
    expect(await readKept()).toEqual({
      isSound: true,
      endedAt: clock.now().toISOString(),
      entryCount,
      durationSeconds: 0,
    });
    expect(log.lines).toEqual([]);
  });

  it('begins nothing after its time, goes on where it stopped, and then begins anew', async () => {
    const proof = buildSlowProof();
    expect(await run(proof, 15 * 60_000)).toMatchObject({ kind: 'to_be_continued', accountCount: 2 });
    expect(await readKept()).toBeUndefined();
    expect(await run(proof, 15 * 60_000)).toMatchObject({ kind: 'sound', accountCount: 3 });
    expect(proof.proved.map((range) => range.toId)).toEqual(['1', '2', '3']);
    expect(await readKept()).toMatchObject({ isSound: true, durationSeconds: 30 * 60 });
    await run(proof, 15 * 60_000);
    expect(proof.proved.slice(3).map((range) => range.toId)).toEqual(['1', '2']);
  });

  it('goes on after a crash behind the last range that was proved', async () => {
    const proof = buildSlowProof();
    const dying = {
      ...proof,
      proveRange: (range: AccountRange) =>
        range.afterId === '0' ? proof.proveRange(range) : Promise.reject(new Error('killed')),
    };
    await expect(run(dying)).rejects.toThrow('killed');
    expect(await run(proof)).toMatchObject({ kind: 'sound', accountCount: 3 });
    expect(proof.proved.map((range) => range.toId)).toEqual(['1', '2', '3']);
  });

  it('stops at the first row that does not hold, names it in the log by its ids, and says so until it is mended', async () => {
    const [entry, by] = ['support_credits.ledger_entries', 'credit_account_id = 2 and account_seq = 1'];
    const tamper = (change: string) =>
      pool.query(
        `set session_replication_role = replica; update ${entry} set amount_credits = amount_credits ${change} where ${by}; reset session_replication_role`,
      );
    await tamper('+ 1');
    expect(await run()).toMatchObject({ kind: 'broken' });
    expect(await readKept()).toMatchObject({ isSound: false });
    expect(log.lines).toEqual([
      {
        level: 'error',
        message: 'the ledger does not hold',
        fields: expect.objectContaining({ billingAccountId: '1002', wrong: expect.any(String) }),
      },
    ]);
    await tamper('- 1');
    expect(await run()).toMatchObject({ kind: 'sound' });
    expect(await readKept()).toMatchObject({ isSound: true });
  });
});
