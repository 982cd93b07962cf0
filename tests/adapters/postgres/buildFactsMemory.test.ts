import type { Pool } from 'pg';
import { buildFactsMemory } from '../../../src/adapters/postgres/buildFactsMemory';
import type { FactsMemory } from '../../../src/use-cases/ports/factsMemory';
import { buildFacts } from '../../domain/builders';
import { openTestLedger } from '../../helpers/database/ledgerOnTest';

let pool: Pool;
let close: () => Promise<void>;
let memory: FactsMemory;

beforeEach(async () => {
  ({ pool, close } = await openTestLedger());
  memory = buildFactsMemory(pool);
});
afterEach(() => close());

describe('buildFactsMemory', () => {
  it('recalls the facts last read, and whether billing answered last time', async () => {
    await memory.rememberFacts('Client@Client.test', buildFacts({ spendCents: 5_000 }));
    expect(await memory.recallFacts('1001')).toMatchObject({
      facts: { spendCents: 5_000 },
      isReachable: true,
    });
    expect(await memory.rememberFailure('client@client.TEST')).toMatchObject({ spendCents: 5_000 });
    expect(await memory.recallFacts('1001')).toMatchObject({ isReachable: false });
  });

  it('does not let a reading that began earlier overwrite a newer one', async () => {
    await memory.rememberFacts('a@b.test', buildFacts({ spendCents: 2, readAt: '2026-11-22T12:00:01.000Z' }));
    await memory.rememberFacts('a@b.test', buildFacts({ spendCents: 1, readAt: '2026-11-22T12:00:00.000Z' }));
    expect(await memory.recallFacts('1001')).toMatchObject({ facts: { spendCents: 2 } });
  });

  it('knows nothing of a stranger, and forgets who is a client no more', async () => {
    expect(await memory.recallFacts('1001')).toBeUndefined();
    expect(await memory.rememberFailure('a@b.test')).toBeUndefined();
    await memory.rememberFacts('a@b.test', buildFacts());
    await memory.forgetClient('A@B.test');
    expect(await memory.rememberFailure('a@b.test')).toBeUndefined();
  });

  it('keeps no e-mail in the database', async () => {
    await memory.rememberFacts('a@b.test', buildFacts());
    const { rows } = await pool.query('select * from support_credits.billing_clients');
    expect(JSON.stringify(rows)).not.toContain('a@b.test');
  });
});
