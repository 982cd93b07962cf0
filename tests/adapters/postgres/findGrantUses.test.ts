import type { Pool } from 'pg';
import { findGrantUses } from '../../../src/adapters/postgres/views/findGrantUses';
import { openTestLedger } from '../../helpers/database/ledgerOnTest';
import { seedEveryKind } from '../../helpers/database/seedEveryKind';

let pool: Pool;
let close: () => Promise<void>;

beforeAll(async () => {
  const test = await openTestLedger();
  ({ pool, close } = test);
  await seedEveryKind(test.ledger, '1001');
});
afterAll(() => close());

type GrantRow = { id: string; account_id: string; account_seq: number };

async function listGrants(): Promise<GrantRow[]> {
  const { rows } = await pool.query<GrantRow>(
    `select id::text, credit_account_id::text as account_id, account_seq
       from support_credits.ledger_entries where kind = 'grant' order by id`,
  );
  return rows;
}

async function listAllocations(grantId: string): Promise<string[]> {
  const { rows } = await pool.query<{ entry_id: string; amount_credits: number }>(
    `select entry_id::text, amount_credits from support_credits.allocations where grant_entry_id = $1`,
    [grantId],
  );
  return rows.map(({ entry_id, amount_credits }) => `${entry_id} ${amount_credits}`).sort();
}

describe('findGrantUses', () => {
  it.each([1, 2, 256])(
    'finds every allocation of every grant once, in pages of %d at first',
    async (page) => {
      const grants = await listGrants();
      expect(grants.length).toBeGreaterThan(1);
      for (const { id, account_id: accountId, account_seq: accountSeq } of grants) {
        const uses = await findGrantUses(pool, { id, accountId, accountSeq }, page);
        expect(uses.map((use) => `${use.id} ${use.amountCredits}`).sort()).toEqual(await listAllocations(id));
      }
    },
  );
});
