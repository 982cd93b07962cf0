import { execFile } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PLUGIN_FOLDER = join(__dirname, '..', '..', 'extras', 'billmanager');

type Ended = { code: number; stdout: string; stderr: string };

export type PanelServer = {
  folder: string;
  spool: string;
  secret: string;
  /** Runs the panel's script as the panel does: parameters in the environment, the result document on its input. */
  note(name: 'payment' | 'account', parameters: Record<string, string>, document?: string): Promise<Ended>;
  test(name: 'payment' | 'account', parameters: Record<string, string>): Promise<Ended>;
  deliver(shell: 'dash' | 'bash', ...options: string[]): Promise<Ended>;
  deliverCommand(): { program: string; env: Record<string, string> };
  /** Where the bridge is; without it, an address where nobody listens. */
  setBridge(url: string): void;
  setSecret(secret: string): void;
  /** Who paid which payment; `null` makes the panel's database fail. */
  setPayments(accountOf: Record<string, string> | null): void;
  /** What waits to be told, also what a delivery has taken over already. */
  waiting(): string[];
  /** What was set aside because the bridge would not take it. */
  setAside(): string[];
  remove(): void;
};

/** A BILLmanager server as far as the plug-in sees one: folders, settings, and the panel's own way into its database. */
export function makePanelServer(): PanelServer {
  const folder = mkdtempSync(join(tmpdir(), 'support-credits-panel-'));
  const spool = join(folder, 'spool');
  const env = {
    PATH: process.env.PATH ?? '',
    SUPPORT_CREDITS_SPOOL: spool,
    SUPPORT_CREDITS_CONF: join(folder, 'billmanager.conf'),
  };
  for (const name of ['spool', 'addon', 'mgr/sbin']) mkdirSync(join(folder, name), { recursive: true });
  for (const name of ['payment', 'account']) {
    copyFileSync(join(PLUGIN_FOLDER, 'supportcredits'), join(folder, 'addon', `supportcredits_${name}`));
  }
  const addon = (name: string) => join(folder, 'addon', `supportcredits_${name}`);
  const toEnv = (parameters: Record<string, string>) => ({
    ...env,
    ...Object.fromEntries(Object.entries(parameters).map(([name, value]) => [`PARAM_${name}`, value])),
  });
  const server: PanelServer = {
    folder,
    spool,
    secret: 'a-secret-of-thirty-two-characters',
    note: (name, parameters, document = '') => run(addon(name), [], toEnv(parameters), document),
    test: (name, parameters) => run(addon(name), ['--test'], toEnv(parameters)),
    deliver: (shell, ...options) =>
      run(shell, [join(PLUGIN_FOLDER, 'supportcredits-deliver'), ...options], env),
    deliverCommand: () => ({ program: join(PLUGIN_FOLDER, 'supportcredits-deliver'), env }),
    setBridge(url) {
      const lines = [
        `BRIDGE_URL=${url}`,
        `SECRET_FILE=${folder}/secret`,
        `SPOOL=${spool}`,
        `MGR_ROOT=${folder}/mgr`,
        'POLL_SECONDS=1',
      ];
      writeFileSync(env.SUPPORT_CREDITS_CONF, `${lines.join('\n')}\n`);
    },
    setSecret(secret) {
      server.secret = secret;
      writeFileSync(join(folder, 'secret'), `${secret}\n`);
    },
    setPayments(accountOf) {
      const cases = Object.entries(accountOf ?? {}).map(
        ([payment, account]) => `*' payment.id = ${payment};') printf 'account\\n${account}\\n' ;;`,
      );
      const answer = accountOf === null ? 'exit 1' : `case $query in\n${cases.join('\n')}\nesac`;
      const program = join(folder, 'mgr', 'sbin', 'mysql-billmgr');
      writeFileSync(program, `#!/bin/sh\nread -r query\n${answer}\n`);
      chmodSync(program, 0o755);
    },
    waiting: () =>
      readdirSync(spool, { recursive: true, encoding: 'utf8' })
        .filter((name) => /^(sending\/)?(payment|account)-/.test(name))
        .map((name) => name.replace('sending/', ''))
        .sort(),
    setAside: () => readdirSync(join(spool, 'refused')),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
  server.setBridge('http://127.0.0.1:9');
  server.setSecret(server.secret);
  server.setPayments({});
  return server;
}

/** Runs a program to its end; one that does not end within 20 s fails the test. */
function run(program: string, args: string[], env: Record<string, string>, input = ''): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = execFile(program, args, { env, timeout: 20_000 }, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== 'number') reject(error);
      else resolve({ code: Number(error?.code ?? 0), stdout, stderr });
    });
    // A script that does not read its input closes it first; that is its right.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}
