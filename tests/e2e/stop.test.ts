import { execFileSync } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startPlayground } from './startPlayground';
import { control, waitFor, zendeskAs } from './zendeskAs';

jest.setTimeout(120_000);

/** Processes whose command line or environment names the data folder: all that the playground started. */
function listProcesses(dataDir: string): string[] {
  const lines = execFileSync('ps', ['axeww', '-o', 'pid=,stat=,args='], { maxBuffer: 64 * 1024 * 1024 })
    .toString()
    .split('\n');
  return lines
    .filter((line) => line.includes(dataDir) && !/^\s*\d+\s+Z/.test(line))
    .map((line) => line.slice(0, 100));
}

describe('the end of the playground', () => {
  it('leaves no process behind after Ctrl-C', async () => {
    const playground = await startPlayground();
    expect(listProcesses(playground.dataDir).length).toBeGreaterThan(2);
    await playground.stop();
    expect(playground.process.exitCode).toBe(0);
    expect(listProcesses(playground.dataDir)).toEqual([]);
  });

  it('ends in order, the database too, though billing hangs in the middle of a job', async () => {
    const playground = await startPlayground();
    await control(playground.billmanagerUrl, '/_control/faults', { hang: true });
    await zendeskAs(playground, 'credits@client.test').askTech();
    await waitFor(playground.readBridgeLog, (log) => /"task":"reconcile_ticket".*"job started"/.test(log));
    const ended = new Promise((resolve) => playground.process.once('exit', resolve));
    playground.process.kill('SIGINT');
    expect(await ended).toBe(0);
    const databaseLog = await readFile(join(playground.dataDir, 'postgres', 'postgres.log'), 'utf8');
    expect(databaseLog.trim().split('\n').at(-1)).toContain('database system is shut down');
    expect(listProcesses(playground.dataDir)).toEqual([]);
    await rm(playground.dataDir, { recursive: true, force: true });
  });

  it('leaves no process behind after kill -9 of the parent, and starts again on the same data', async () => {
    const playground = await startPlayground();
    playground.process.kill('SIGKILL');
    await waitFor(
      async () => listProcesses(playground.dataDir),
      (processes) => processes.length === 0,
    );
    const again = await startPlayground({ DATA_DIR: playground.dataDir });
    expect((await fetch(`${again.bridgeUrl}/readyz`)).status).toBe(200);
    await again.stop();
    await rm(playground.dataDir, { recursive: true, force: true });
  });
});
