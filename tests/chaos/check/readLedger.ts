import type { Client } from 'pg';
import { runCommand } from '../world/runCommand';
import type { ChaosWorld } from '../world/startChaosWorld';
import type { Outcome, SeenEntry, SeenState } from './outcome';

type Exported = Omit<SeenEntry, 'actor' | 'problemId' | 'ticketId' | 'refundedKey'> & {
  problemId: string | null;
  ticketId: string | null;
  refundedKey: string | null;
};

type LedgerPart = Pick<Outcome, 'entries' | 'states' | 'balances' | 'answers'>;

/** The ledger: entries as the operator's export has them, the rest from its tables. */
export async function readLedger(world: ChaosWorld, db: Client): Promise<LedgerPart> {
  const { code, output, errors } = await runCommand(world.commandEnv, ['export', '--format', 'jsonl']);
  if (code !== 0) throw new Error(`support-credits export ended with ${code}: ${errors}`);
  const actors = await readActors(db);
  const entries = output
    .split('\n')
    .filter((line) => line !== '')
    .map((line): SeenEntry => {
      const { problemId, ticketId, refundedKey, ...entry } = JSON.parse(line) as Exported;
      return {
        ...entry,
        problemId: problemId ?? undefined,
        ticketId: ticketId ?? undefined,
        refundedKey: refundedKey ?? undefined,
        actor: actors.get(entry.key) ?? { kind: 'unknown' },
      };
    });
  return {
    entries,
    states: await readStates(db),
    balances: await readBalances(db),
    answers: await readAnswers(db),
  };
}

async function readActors(db: Client): Promise<Map<string, SeenEntry['actor']>> {
  const { rows } = await db.query<{ key: string; actor: SeenEntry['actor'] }>(
    'select key, actor from support_credits.ledger_entries',
  );
  return new Map(rows.map(({ key, actor }) => [key, actor]));
}

async function readStates(db: Client): Promise<Map<string, SeenState>> {
  const { rows } = await db.query<Record<keyof SeenState, string | null>>(
    `select ticket_id as "ticketId", requester_id as "requesterId", billing_account_id as "accountId", line,
            problem_id as "problemId", credit_state as "creditState", reason, ended_as as "endedAs"
       from support_credits.ticket_states`,
  );
  return new Map(
    rows.map((row) => [
      String(row.ticketId),
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? undefined])) as SeenState,
    ]),
  );
}

async function readBalances(db: Client): Promise<Map<string, number>> {
  const { rows } = await db.query<{ account: string; balance: number }>(
    'select billing_account_id as account, balance_credits as balance from support_credits.credit_accounts',
  );
  return new Map(rows.map(({ account, balance }) => [account, balance]));
}

async function readAnswers(db: Client): Promise<LedgerPart['answers']> {
  const { rows } = await db.query<{ id: string; outcome: string; refusal: string | null }>(
    'select command_id as id, outcome, refusal from support_credits.ticket_commands',
  );
  return new Map(rows.map(({ id, ...answer }) => [id, answer]));
}
