import type { Pool } from 'pg';
import { assert } from '../../../domain/result';
import type { BridgeSigns } from '../../../use-cases/ports/bridgeSigns';

type Row = {
  webhook_at: Date | null;
  sweep_ended_at: Date | null;
  sweep_reached_at: Date | null;
  billing_answered_at: Date | null;
  billing_failed_at: Date | null;
  billing_failure: string | null;
};

/** The signs as they stand. */
export async function readSigns(pool: Pool): Promise<BridgeSigns> {
  const { rows } = await pool.query<Row>('select * from support_credits.bridge_status');
  const [row] = rows;
  assert(row !== undefined, 'the row of the status is there since its migration.');
  const { billing_failed_at: failedAt, billing_failure: code } = row;
  return {
    webhookAt: row.webhook_at?.toISOString(),
    sweepEndedAt: row.sweep_ended_at?.toISOString(),
    sweepReachedAt: row.sweep_reached_at?.toISOString(),
    billingAnsweredAt: row.billing_answered_at?.toISOString(),
    billingFailure: failedAt && code ? { at: failedAt.toISOString(), code } : undefined,
  };
}
