import { buildPool } from '../../../src/adapters/postgres/buildPool';
import { migrate } from '../../../src/adapters/postgres/migrate';
import { migrateBefore } from '../../helpers/database/migrateBefore';
import { createTestDatabase } from '../../helpers/database/testDatabase';

const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('0005_waiting_tickets.sql', () => {
  it('numbers the answers given before in their order, goes on from there, and drops jobs of the old kind', async () => {
    const database = await createTestDatabase();
    const pool = buildPool({ connectionString: database.url, logger });
    try {
      await migrateBefore(pool, '0005');
      await pool.query(`
        insert into support_credits.ticket_commands (command_id, ticket_id, action, outcome, answered_at)
        values ('late', '7', 'recheck', 'done', '2026-11-22'), ('early', '7', 'recheck', 'done', '2026-11-21');
        insert into support_credits.ticket_states
          (ticket_id, requester_id, credit_state, reason, decided_at, waiting_since)
        values ('7', '900', 'pending', 'billing_unavailable', now(), now())`);
      await pool.query(
        "select graphile_worker.add_job('bring_requester_in_line', job_key := 'bring_requester_in_line:7')",
      );
      await migrate({ connectionString: database.url });
      expect((await pool.query('select 1 from graphile_worker.jobs')).rowCount).toBe(0);
      await pool.query(`
        insert into support_credits.ticket_commands (command_id, ticket_id, action, outcome, answered_at)
        values ('new', '7', 'recheck', 'done', '2026-11-20')`);
      const { rows } = await pool.query(
        'select command_id from support_credits.ticket_commands order by answer_no',
      );
      expect(rows.map((row) => row.command_id)).toEqual(['early', 'late', 'new']);
      await expect(
        pool.query('update support_credits.ticket_states set waiting_since = null'),
      ).rejects.toMatchObject({ constraint: 'ticket_states_waiting_check' });
    } finally {
      await pool.end();
      await database.drop();
    }
  });
});
