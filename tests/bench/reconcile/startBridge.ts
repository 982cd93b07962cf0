import { join } from 'node:path';
import { oauthClient } from '../../adapters/zendesk/deskOnTest';
import { startChild } from '../startChild';
import type { BridgeOrder } from './bridgeChild';
import type { Shares } from './shareMeter';

/** The bridge in a process of its own. */
export type Bridge = {
  port: number;
  /** Starts, or stops, working the queue off; it rests at first. */
  work(): Promise<void>;
  rest(): Promise<void>;
  /** Processor time of the process so far. */
  readCpuMs(): Promise<number>;
  /** Where its time went since this was last asked; only of a bridge that does one job at a time. */
  readShares(): Promise<Shares>;
  stop(): Promise<void>;
};

/** Starts it on a migrated database, between simulators that run, to do so many jobs at once. */
export async function startBridge(options: {
  connectionString: string;
  secret: string;
  zendeskUrl: string;
  billmanagerUrl: string;
  concurrency: number;
}): Promise<Bridge> {
  const child = await startChild(join(__dirname, 'bridgeChild.ts'), {
    DATABASE_URL: options.connectionString,
    WORKER_CONCURRENCY: String(options.concurrency),
    ZENDESK_URL: options.zendeskUrl,
    ZENDESK_CLIENT_ID: oauthClient.id,
    ZENDESK_CLIENT_SECRET: oauthClient.secret,
    ZENDESK_WEBHOOK_SECRET: options.secret,
    SIDEBAR_SHARED_SECRET: options.secret,
    BILLMANAGER_URL: options.billmanagerUrl,
    BILLMANAGER_AUTHINFO: 'support-bridge:playground',
  });
  const ask = (order: BridgeOrder) => child.ask(order);
  return {
    port: child.ready as number,
    work: async () => void (await ask('work')),
    rest: async () => void (await ask('rest')),
    readCpuMs: async () => (await ask('cpu')) as number,
    readShares: async () => (await ask('shares')) as Shares,
    stop: () => child.stop(),
  };
}
