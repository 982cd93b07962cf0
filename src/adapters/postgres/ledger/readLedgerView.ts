import type { PoolClient } from 'pg';
import { EMPTY_LEDGER } from '../../../domain/credits/ledgerView';
import type { Charge, LedgerView } from '../../../domain/credits/ledgerView';
import type { Grant, GrantSource } from '../../../domain/credits/grant';
import { REFUND_REASONS } from '../../../domain/policy/refundReason';
import type { LockedAccount } from './lockAccount';

/** What the rules need to know of one client and one problem; read inside the transaction that holds the lock. */
export async function readLedgerView(
  client: PoolClient,
  account: LockedAccount | undefined,
  problemId: string,
): Promise<LedgerView> {
  const charges = await readCharges(client, problemId);
  if (account === undefined) {
    return { ...EMPTY_LEDGER, ...charges };
  }
  const grants = await readGrants(client, account.id);
  const granted = await readGranted(client, account.id);
  return {
    billingAccountId: account.billingAccountId,
    balanceCredits: account.balanceCredits,
    grants,
    ...granted,
    ...charges,
  };
}

type GrantRow = {
  key: string;
  source: GrantSource;
  amount_credits: number;
  remaining_credits: number;
  is_paid: boolean;
  effective_at: Date;
  expires_at: Date | null;
};

async function readGrants(client: PoolClient, accountId: string): Promise<Grant[]> {
  const { rows } = await client.query<GrantRow>(
    `select key, source, amount_credits, remaining_credits, is_paid, effective_at, expires_at
       from support_credits.grants where credit_account_id = $1 and remaining_credits > 0`,
    [accountId],
  );
  return rows.map((row) => ({
    key: row.key,
    source: row.source,
    amountCredits: row.amount_credits,
    remainingCredits: row.remaining_credits,
    isPaid: row.is_paid,
    effectiveAt: row.effective_at.toISOString(),
    expiresAt: row.expires_at?.toISOString(),
  }));
}

async function readGranted(
  client: PoolClient,
  accountId: string,
): Promise<Pick<LedgerView, 'spendGrantCount' | 'grantedPackItems'>> {
  const { rows } = await client.query<{ spend_grants: number; pack_items: string[] }>(
    `select count(*) filter (where source = 'spend')::integer as spend_grants,
            coalesce(array_agg(billing_item_id) filter (where source = 'pack'), '{}') as pack_items
       from support_credits.grants where credit_account_id = $1`,
    [accountId],
  );
  return { spendGrantCount: rows[0]?.spend_grants ?? 0, grantedPackItems: rows[0]?.pack_items ?? [] };
}

type ChargeRow = {
  key: string;
  kind: 'debit' | 'waiver';
  amount_credits: number;
  reason: string;
  is_open: boolean;
  refund_reason: string | null;
  allocations: { grantKey: string; amountCredits: number }[];
};

/** Every charge that the problem ever had, newest first; a problem has few. */
async function readCharges(
  client: PoolClient,
  problemId: string,
): Promise<Pick<LedgerView, 'openCharge' | 'chargeCount' | 'refundReason'>> {
  const { rows } = await client.query<ChargeRow>(
    `select entry.key, entry.kind, entry.amount_credits, entry.reason,
            open_charge.entry_id is not null as is_open,
            refund.reason as refund_reason,
            coalesce((select json_agg(json_build_object('grantKey', lot.key, 'amountCredits', allocation.amount_credits)
                                      order by lot.entry_id)
                        from support_credits.allocations allocation
                        join support_credits.grants lot on lot.entry_id = allocation.grant_entry_id
                       where allocation.entry_id = entry.id), '[]') as allocations
       from support_credits.ledger_entries entry
       left join support_credits.open_charges open_charge on open_charge.entry_id = entry.id
       left join support_credits.ledger_entries refund on refund.refunded_entry_id = entry.id
      where entry.problem_id = $1 and entry.kind in ('debit', 'waiver')
      order by entry.id desc`,
    [problemId],
  );
  const open = rows.find((row) => row.is_open);
  const refundReason = REFUND_REASONS.find((reason) => reason === rows[0]?.refund_reason);
  return { openCharge: open && toCharge(open), chargeCount: rows.length, refundReason };
}

function toCharge(row: ChargeRow): Charge {
  if (row.kind === 'waiver')
    return { kind: 'waiver', key: row.key, reason: row.reason === 'agent' ? 'agent' : 'partner' };
  return { kind: 'debit', key: row.key, amountCredits: row.amount_credits, allocations: row.allocations };
}
