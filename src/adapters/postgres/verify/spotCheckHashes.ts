import type { PoolClient } from 'pg';
import type { AccountRange } from '../../../use-cases/ports/ledgerProof';
import { hashEntry } from '../ledger/hashEntry';
import type { EntryRow } from '../ledger/toEntryRow';
import type { FoundRow } from './foundRow';

const SAMPLE_SIZE = 50;

/** The columns of an entry as they are read: bytes and times in place of the texts that were written. */
type SampleRow = Omit<EntryRow, 'input_hash' | 'occurred_at' | 'recorded_at' | 'entry_hash'> & {
  billing_account_id: string;
  input_hash: Buffer;
  occurred_at: Date;
  recorded_at: Date;
  entry_hash: Buffer;
  previous_hash: Buffer | null;
};

/** The newest entry of some accounts of the range: the bridge's own way to the link has to agree with the database's. */
const SAMPLE = `
select entry.credit_account_id, account.billing_account_id, entry.account_seq, entry.kind, entry.key, entry.input_hash,
       entry.amount_credits, entry.balance_after_credits, entry.problem_id, entry.ticket_id, refunded.key as refunded_key,
       entry.reason, entry.spend_step, entry.proof::text, entry.moves::text, entry.snapshot::text, entry.actor::text,
       entry.occurred_at, entry.recorded_at, entry.entry_hash, previous.entry_hash as previous_hash
  from (select * from support_credits.credit_accounts where id > $1 and id <= $2 order by id limit $3) account
  join support_credits.ledger_entries entry
    on entry.credit_account_id = account.id and entry.account_seq = account.entry_count
  left join support_credits.ledger_entries previous
    on previous.credit_account_id = account.id and previous.account_seq = entry.account_seq - 1
  left join support_credits.ledger_entries refunded on refunded.id = entry.refunded_entry_id
 order by account.id`;

/** Entries of the sample whose link, computed here by `hashEntry`, is another than the stored one. */
export async function spotCheckHashes(client: PoolClient, range: AccountRange): Promise<FoundRow[]> {
  const { rows } = await client.query<SampleRow>(SAMPLE, [range.afterId, range.toId, SAMPLE_SIZE]);
  return rows
    .filter((row) => hashRow(row) !== row.entry_hash.toString('hex'))
    .map(({ credit_account_id, account_seq, key }) => ({
      credit_account_id,
      account_seq,
      key,
      wrong: 'its link in the hash chain is not the one that the bridge computes',
    }));
}

function hashRow(row: SampleRow): string {
  return hashEntry({
    previousHash: (row.previous_hash ?? Buffer.alloc(32)).toString('hex'),
    billingAccountId: row.billing_account_id,
    accountSeq: row.account_seq,
    kind: row.kind,
    key: row.key,
    inputHash: row.input_hash.toString('hex'),
    amountCredits: row.amount_credits,
    balanceAfterCredits: row.balance_after_credits,
    problemId: row.problem_id,
    ticketId: row.ticket_id,
    refundedKey: row.refunded_key,
    reason: row.reason,
    spendStep: row.spend_step,
    proof: row.proof,
    moves: row.moves,
    snapshot: row.snapshot,
    actor: row.actor,
    occurredAt: row.occurred_at.toISOString(),
    recordedAt: row.recorded_at.toISOString(),
  });
}
