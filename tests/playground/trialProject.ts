import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { hashSources, markBuilt } from '../../src/playground/ensureBuilt.mjs';
import { samplePackageFiles } from './samplePackage';
import { makeTemporaryFolder } from './temporaryFolder';

/** A part that listens, says its name and process number, and notes in `events.txt` why it ended. */
const partScript = (name: string, portVariable: string, says: string) => `
const { appendFileSync } = require('node:fs');
const note = (text) => appendFileSync(process.env.DATA_DIR + '/events.txt', '${name} ' + text + '\\n');
if (process.env.BREAK === '${name}') { console.error('a wheel came off'); process.exit(3); }
const end = (why) => { note(why); process.exit(0); };
process.once('SIGTERM', () => end('SIGTERM'));
process.once('disconnect', () => end('disconnect'));
note('pid ' + process.pid);
require('node:http').createServer((request, response) => response.end('ok'))
  .listen(Number(process.env.${portVariable}), 'localhost', () => console.log('${says}'));
`;

export type Started = { process: ChildProcess; output(): string; exitCode: Promise<number | null> };

/**
 * A small project of its own that holds the playground's real scripts and stand-ins for the two built programs, so that
 * the life of the processes can be watched without the product.
 */
export async function makeTrialProject() {
  const folder = makeTemporaryFolder();
  cpSync(join(__dirname, '../../src/playground'), join(folder.path, 'src/playground'), { recursive: true });
  folder.write('package-lock.json', { packages: {} });
  folder.write('policy.example.json', { buyUrl: 'https://shop.example.test/' });
  for (const [path, content] of Object.entries(samplePackageFiles()))
    folder.write(`dist/app/${path}`, content);
  folder.write('dist/simulators/main.js', partScript('simulators', 'ZENDESK_SIM_PORT', '{"ready":true}'));
  folder.write('dist/bridge/support-credits.js', partScript('bridge', 'PORT', 'serving'));
  folder.write('dist/help-center/support-credits.js', '');
  markBuilt(folder.path, hashSources(folder.path));
  const ports = await findPorts(4);
  const [PORT = 0, ZENDESK_SIM_PORT = 0, BILLMANAGER_SIM_PORT = 0, APP_ASSETS_PORT = 0] = ports;
  const env = { PORT, ZENDESK_SIM_PORT, BILLMANAGER_SIM_PORT, APP_ASSETS_PORT };
  return {
    folder,
    ports: env,
    start: (more: Record<string, string> = {}) => startProject(folder.path, { ...toTexts(env), ...more }),
    events: () => readFileSync(join(folder.path, '.data/events.txt'), 'utf8').trim().split('\n'),
    /** Processes whose command line names one of the stand-ins of this project. */
    processes: () => listProcesses(folder.path),
  };
}

function startProject(path: string, env: Record<string, string>): Started {
  const clean = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm_|ZENDESK_|BILLMANAGER_|DATA_DIR)/.test(name)),
  );
  const child = spawn(process.execPath, [join(path, 'src/playground/start.mjs')], {
    env: { ...clean, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += String(data)));
  const exitCode = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return { process: child, output: () => output, exitCode };
}

/** Waits until `look` is true; fails after `timeoutMs`. */
export async function until(look: () => boolean, timeoutMs = 15_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!look()) {
    if (Date.now() > deadline) throw new Error('It did not come about in time.');
    await new Promise((done) => setTimeout(done, 25));
  }
}

function listProcesses(path: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => isOf(pid, path));
}

/** A part is started with a path from the project root, so its working folder tells whose it is. */
function isOf(pid: number, path: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`DATA_DIR=${path}/.data`);
  } catch {
    return false;
  }
}

/** Free ports, all held at once while they are looked for, so that they differ. */
async function findPorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}

function toTexts(values: Record<string, number>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}
