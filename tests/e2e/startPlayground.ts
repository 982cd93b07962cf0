import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { makeMemoryFolder } from '../helpers/makeMemoryFolder';
import { assertNoLeaks } from './assertNoLeaks';

const ROOT = join(__dirname, '../..');

/** The playground as `npm start` runs it: real processes, ports and data folder of their own. */
export type Playground = {
  zendeskUrl: string;
  billmanagerUrl: string;
  bridgeUrl: string;
  dataDir: string;
  process: ChildProcess;
  /** The secret that the simulated Zendesk signs with. */
  webhookSecret: string;
  readBridgeLog(): Promise<string>;
  /** Ends it as Ctrl-C does, and removes its data. Fails when its logs hold a secret, or anything of anybody. */
  stop(): Promise<void>;
};

/** Starts the playground and waits until it says that everything runs; fails with what it printed. */
export async function startPlayground(environment: Record<string, string> = {}): Promise<Playground> {
  const dataDir = environment['DATA_DIR'] ?? makeMemoryFolder('e2e');
  const [zendesk, billmanager, bridge, assets] = await findFreePorts(4);
  const env = {
    ...process.env,
    ZENDESK_SIM_PORT: zendesk,
    BILLMANAGER_SIM_PORT: billmanager,
    PORT: bridge,
    APP_ASSETS_PORT: assets,
    DATA_DIR: dataDir,
    ...environment,
  };
  const child = spawn(process.execPath, ['src/playground/start.mjs'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await waitForCard(child);
  const secrets: unknown = JSON.parse(await readFile(join(dataDir, 'playground.json'), 'utf8'));
  return {
    zendeskUrl: `http://localhost:${zendesk}`,
    billmanagerUrl: `http://localhost:${billmanager}`,
    bridgeUrl: `http://localhost:${bridge}`,
    dataDir,
    process: child,
    webhookSecret: (secrets as { ZENDESK_WEBHOOK_SECRET: string }).ZENDESK_WEBHOOK_SECRET,
    readBridgeLog: () => readFile(join(dataDir, 'logs', 'bridge.log'), 'utf8'),
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGINT');
        await ended;
      }
      const given = Object.entries(environment).filter(([name]) => /SECRET|AUTHINFO/.test(name));
      try {
        await assertNoLeaks(dataDir, ['support-bridge:playground', ...given.map(([, value]) => value)]);
      } finally {
        await rm(dataDir, { recursive: true, force: true });
      }
    },
  };
}

async function waitForCard(child: ChildProcess): Promise<void> {
  let printed = '';
  // A test run that ends early must not leave the playground behind.
  process.once('exit', () => child.kill('SIGKILL'));
  await new Promise<void>((resolve, reject) => {
    const take = (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes('Ctrl-C')) resolve();
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.once('exit', (code) => reject(new Error(`The playground ended with ${code}:\n${printed}`)));
  });
}

/** Ports that nobody listens on just now. */
export async function findFreePorts(count: number): Promise<string[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<string>((resolve, reject) => {
          server.once('error', reject);
          server.listen(0, 'localhost', () => {
            const address = server.address();
            resolve(typeof address === 'object' && address !== null ? String(address.port) : '');
          });
        }),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
