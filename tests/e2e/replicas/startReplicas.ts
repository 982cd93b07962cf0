import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Pool } from 'pg';
import { startBillmanager } from '../../../src/simulators/billmanager/startBillmanager';
import { oauthClient, startDeskOnTest } from '../../adapters/zendesk/deskOnTest';
import type { DeskOnTest } from '../../adapters/zendesk/deskOnTest';
import { control } from '../../chaos/world/control';
import { buildBridge } from '../../chaos/world/startBridge';
import type { Bridge } from '../../chaos/world/startBridge';
import { startDatabase } from '../../chaos/world/startDatabase';
import { findFreePort } from '../../../src/adapters/postgres/embedded/findFreePort';
import { makeMemoryFolder } from '../../helpers/makeMemoryFolder';
import { startTurnstile } from './startTurnstile';

export const WEBHOOK_SECRET = 'webhook-secret-of-thirty-two-characters';

/** How long billing takes for a call: long enough that those of several bridges meet. */
const BILLING_MS = 50;

/** One process of the bridge, and what it has logged so far, over all its starts. */
export type Replica = Bridge & { readLog(): string };

/** So many bridges on one database, between a simulated Zendesk with its limits and a simulated BILLmanager. */
export type Replicas = {
  zendesk: DeskOnTest;
  pool: Pool;
  /** The most calls that billing was asked at the same time. */
  readMostBillingCalls(): number;
  replicas: readonly Replica[];
  /** A client that has earned ten credits, and so many technical tickets of theirs; answers the ids of the tickets. */
  openTickets(email: string, count: number): Promise<string[]>;
  close(): Promise<void>;
};

/** Starts them all at once, on a database in which nothing is yet. */
export async function startReplicas(count: number): Promise<Replicas> {
  const folder = makeMemoryFolder('replicas');
  const database = await startDatabase(join(folder, 'postgres'));
  const [zendesk, billing] = [await startDeskOnTest(), await startBillmanager({ port: 0 })];
  const turnstile = await startTurnstile(billing.url, BILLING_MS);
  const env = {
    DATABASE_URL: database.url,
    DATA_DIR: folder,
    ZENDESK_URL: zendesk.simulator.url,
    ZENDESK_CLIENT_ID: oauthClient.id,
    ZENDESK_CLIENT_SECRET: oauthClient.secret,
    ZENDESK_WEBHOOK_SECRET: WEBHOOK_SECRET,
    SIDEBAR_SHARED_SECRET: 'sidebar-secret-of-thirty-two-characters',
    BILLMANAGER_URL: turnstile.url,
    BILLMANAGER_AUTHINFO: 'support-bridge:playground',
  };
  const replicas: Replica[] = [];
  for (let number = 0; number < count; number += 1) {
    const logPath = join(folder, `bridge-${number}.log`);
    const bridge = buildBridge({ port: await findFreePort(), env, logPath });
    replicas.push({ ...bridge, readLog: () => readFileSync(logPath, 'utf8') });
  }
  const pool = new Pool({ connectionString: database.url });
  const close = async () => {
    await Promise.all(replicas.map((replica) => replica.end('SIGKILL')));
    await pool.end();
    await Promise.all([zendesk.close(), turnstile.close(), billing.close()]);
    await database.end('in order');
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await Promise.all(replicas.map((replica) => replica.start()));
  } catch (error) {
    await close();
    throw error;
  }
  return {
    zendesk,
    pool,
    readMostBillingCalls: turnstile.readMostAtOnce,
    replicas,
    async openTickets(email, ticketCount) {
      await control(billing.url, 'seed', { clients: [{ email, name: email, spent: '1000.00' }] });
      const { tickets } = (await control(zendesk.simulator.url, 'seed', {
        users: [{ email }],
        tickets: Array.from({ length: ticketCount }, () => ({
          requester: email,
          fields: { support_line: 'tech' },
        })),
      })) as { tickets: number[] };
      return tickets.map(String);
    },
    close,
  };
}
