import { Client } from 'pg';
import { checkOutcome } from '../../check/checkOutcome';
import type { Outcome } from '../../check/outcome';
import { readOutcome } from '../../check/readOutcome';
import { openTicket } from '../../play/openTicket';
import { setStage } from '../../play/setStage';
import type { Stage } from '../../play/Stage';
import { makeWhole } from '../../quiet/makeWhole';
import { waitUntilQuiet } from '../../quiet/waitUntilQuiet';
import { describeFinding } from '../../report/describeFinding';
import { startChaosWorld } from '../../world/startChaosWorld';
import type { WorldOptions } from '../../world/startChaosWorld';
import { startWay } from '../way/startWay';
import type { Way } from '../way/startWay';
import { FAULT_PLAN } from './faultPlan';

/** The ways on which the bridges reach the outside. */
export type Ways = Record<'postgres' | 'zendesk' | 'billing', Way>;

/** A whole helpdesk with two bridges, whose ways to the outside fail when a test says so. */
export type FaultWorld = {
  stage: Stage;
  ways: Ways;
  /** So many tickets in technical support, of the clients in turn; answers their ids. */
  openTickets(count: number): Promise<string[]>;
  /** Asks the database itself, not by a way. */
  query<Row extends object>(sql: string, values?: unknown[]): Promise<Row[]>;
  /**
   * Ends whatever still fails, lets everything settle, and answers how it ended. Throws what the checks of a run find; lines of
   * the log that match `mayTell` are what a fault is to leave there.
   */
  settle(options?: { mayTell?: RegExp }): Promise<Outcome>;
  close(): Promise<void>;
};

/** Of the settings, what makes a fault cost less time than in earnest. */
const QUICK = { ZENDESK_TIMEOUT_MS: '1500' };

const SETTLED_WITHIN_MS = 120_000;

/** Starts everything; `env` are settings of the bridges beside the usual ones. */
export async function startFaultWorld(
  options: WorldOptions & { env?: Record<string, string> } = {},
): Promise<FaultWorld> {
  let ways: Ways | undefined;
  const world = await startChaosWorld({
    ...options,
    toBridgeEnv: async (env, folder) => {
      ways = await startWays(env);
      const { postgres, zendesk, billing } = ways;
      return {
        ...QUICK,
        DATABASE_URL: postgres.toAddress(env['DATABASE_URL'] ?? ''),
        ZENDESK_URL: zendesk.toAddress(env['ZENDESK_URL'] ?? ''),
        BILLMANAGER_URL: billing.toAddress(env['BILLMANAGER_URL'] ?? ''),
        ...options.env,
        ...(await options.toBridgeEnv?.(env, folder)),
      };
    },
  });
  if (ways === undefined) throw new Error('The bridges were started without their ways.');
  return buildFaultWorld(await setStage(FAULT_PLAN, world), ways);
}

async function startWays(env: Record<string, string>): Promise<Ways> {
  const to = (name: string) => {
    const { hostname: host, port } = new URL(env[name] ?? '');
    return startWay({ host, port: Number(port) });
  };
  return {
    postgres: await to('DATABASE_URL'),
    zendesk: await to('ZENDESK_URL'),
    billing: await to('BILLMANAGER_URL'),
  };
}

function buildFaultWorld(stage: Stage, ways: Ways): FaultWorld {
  const { world, journal } = stage;
  let lives = 0;
  let isRight = true;
  const heal = () => Object.values(ways).forEach((way) => way.heal());
  return {
    stage,
    ways,
    async openTickets(count) {
      // Right again once it has been found so: what a failed test leaves behind is kept.
      isRight = false;
      const opened: string[] = [];
      for (let index = 0; index < count; index += 1) {
        const client = lives % stage.clients.length;
        const id = await openTicket(stage, { number: lives, client, opening: 'form_tech', steps: [] });
        if (id === undefined) throw new Error('Zendesk took no ticket.');
        journal.noteOpened(lives, id);
        lives += 1;
        opened.push(String(id));
      }
      return opened;
    },
    query: (sql, values) => withClient(world.database.url, async (db) => (await db.query(sql, values)).rows),
    async settle(options = {}) {
      isRight = false;
      heal();
      await makeWhole(stage);
      const outcome = await withClient(world.database.url, (db) => settle(stage, db, options));
      isRight = true;
      return outcome;
    },
    async close() {
      heal();
      await world.close({ keepsFolder: !isRight });
      await Promise.all(Object.values(ways).map((way) => way.close()));
    },
  };
}

async function withClient<Value>(url: string, work: (db: Client) => Promise<Value>): Promise<Value> {
  const db = new Client({ connectionString: url });
  db.on('error', () => undefined);
  await db.connect();
  try {
    return await work(db);
  } finally {
    await db.end();
  }
}

async function settle(stage: Stage, db: Client, { mayTell }: { mayTell?: RegExp }): Promise<Outcome> {
  const signal = AbortSignal.timeout(SETTLED_WITHIN_MS);
  const quiet = await waitUntilQuiet(stage, db, { signal, onRound: () => undefined });
  const outcome = await readOutcome(stage, db, quiet);
  const findings = checkOutcome(outcome).filter(
    ({ rule, found }) => !(rule === 'no defect in the log' && mayTell?.test(found)),
  );
  if (findings.length === 0) return outcome;
  const result = { findings, outcome, stage, quiet, folder: stage.world.folder };
  const described = findings.map((finding) => describeFinding(result, finding));
  throw new Error(`${described.join('\n\n')}\n\nThe logs are in ${stage.world.folder}.`);
}
