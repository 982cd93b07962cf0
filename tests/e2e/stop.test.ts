import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { startPlayground } from './startPlayground';
import { waitFor } from './zendeskAs';

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
