import { buildFactsMemory } from '../../../src/adapters/postgres/buildFactsMemory';
import { buildPool } from '../../../src/adapters/postgres/buildPool';
import { migrate } from '../../../src/adapters/postgres/migrate';
import { buildFacts, NOW } from '../../domain/builders';
import { migrateBefore } from '../../helpers/database/migrateBefore';
import { createTestDatabase } from '../../helpers/database/testDatabase';

const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('0006_facts_cache.sql', () => {
  it('keeps what was remembered before, as asked about when it was read, and trusts no old match of an e-mail', async () => {
    const database = await createTestDatabase();
    const pool = buildPool({ connectionString: database.url, logger });
    try {
      await migrateBefore(pool, '0006');
      await pool.query('insert into support_credits.billing_facts values ($1, $2, $3, true)', [
        '1001',
        buildFacts({ spendCents: 7 }),
        NOW,
      ]);
      await pool.query(
        `insert into support_credits.billing_clients values (sha256(convert_to('a@b.test', 'UTF8')), '1001')`,
      );
      await migrate({ connectionString: database.url });
      const memory = buildFactsMemory(pool);
      expect(await memory.recallFacts('1001')).toMatchObject({ facts: { spendCents: 7 }, askedAt: NOW });
      expect(await memory.recallClient('a@b.test')).toEqual({
        billingAccountId: '1001',
        matchedAt: undefined,
      });
      expect(await memory.inTurn('1001', NOW, async () => 'read')).toEqual({ value: 'read' });
    } finally {
      await pool.end();
      await database.drop();
    }
  });
});
