import { chmodSync, closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { buildSeedAccount } from './buildSeedAccount';
import { SEED_TABLES } from './seedRows';
import { withoutIndexes } from '../withoutIndexes';

export const LONG_ACCOUNT = 'long';
export const SHORT_ACCOUNT = 'short';
export const SHORT_ENTRIES = 100;

/** How long the other accounts' histories are. */
const USUAL_ENTRIES = 1_000;

/** Rows gathered before they are written to a file and copied into the table. */
const COPY_ROWS = 50_000;

/**
 * Fills a migrated database with `entries` entries, `longest` of them in one account, that the ledger itself could have
 * written: the rows are planned and chained by its own code. They come in by COPY from files in `folder`, without
 * triggers; indexes are made at the end.
 */
export async function seedLedger(options: {
  connectionString: string;
  folder: string;
  entries: number;
  longest: number;
  progress(message: string): void;
}): Promise<void> {
  const { folder, entries, progress } = options;
  const client = new Client({ connectionString: options.connectionString });
  await client.connect();
  try {
    // As the server's owner: neither triggers nor foreign keys look at rows that are right by construction.
    await client.query(`set session_replication_role = replica; set maintenance_work_mem = '512MB'`);
    await withoutIndexes(client, Object.keys(SEED_TABLES), async () => {
      let lines = emptyLines();
      let written = 0;
      let nextId = 1;
      for (const { account, length } of listAccounts(entries, options.longest)) {
        for (const row of buildSeedAccount({ account, length, firstId: nextId })) {
          lines[row.table].push(row.line);
          if (row.table === 'ledger_entries') written += 1;
          if (lines.ledger_entries.length < COPY_ROWS) continue;
          await copy(client, folder, lines);
          lines = emptyLines();
          progress(`Seeded ${written.toLocaleString('en')} of ${entries.toLocaleString('en')} entries ...`);
        }
        nextId += length;
      }
      await copy(client, folder, lines);
      progress('Making the indexes ...');
    });
    await client.query(`
      select setval(pg_get_serial_sequence('support_credits.ledger_entries', 'id'), max(id)) from support_credits.ledger_entries;
      select setval(pg_get_serial_sequence('support_credits.credit_accounts', 'id'), max(id)) from support_credits.credit_accounts;`);
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

function* listAccounts(entries: number, longest: number) {
  let id = 1;
  yield { account: { id: String(id), billingAccountId: SHORT_ACCOUNT }, length: SHORT_ENTRIES };
  let left = entries - SHORT_ENTRIES - longest;
  while (left > 0) {
    id += 1;
    const length = Math.min(USUAL_ENTRIES, left);
    yield { account: { id: String(id), billingAccountId: `usual-${id}` }, length };
    left -= length;
  }
  yield { account: { id: String(id + 1), billingAccountId: LONG_ACCOUNT }, length: longest };
}

type Table = keyof typeof SEED_TABLES;
type Lines = Record<Table, string[]>;

const emptyLines = (): Lines => ({
  credit_accounts: [],
  ledger_entries: [],
  grants: [],
  allocations: [],
  open_charges: [],
});

async function copy(client: Client, folder: string, lines: Lines): Promise<void> {
  for (const table of Object.keys(SEED_TABLES) as Table[]) {
    const path = join(folder, table);
    const file = openSync(path, 'w', 0o644);
    writeSync(file, lines[table].join(''));
    closeSync(file);
    chmodSync(path, 0o644);
    await client.query(`copy support_credits.${table} (${SEED_TABLES[table].join(', ')}) from '${path}'`);
    rmSync(path);
  }
}
