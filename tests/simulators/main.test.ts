import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

describe('the process of the simulators', () => {
  let dataDir: string;
  let child: ChildProcess | undefined;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'simulators-'));
  });
  afterEach(() => {
    child?.kill('SIGKILL');
    rmSync(dataDir, { recursive: true, force: true });
  });

  /** Starts the process with the billing alone, and an IPC channel to this one. */
  const start = (env: Record<string, string>) => {
    const started = spawn(
      process.execPath,
      ['--require', join(__dirname, 'compileOnRequire.cjs'), join(ROOT, 'src/simulators/main.ts')],
      {
        cwd: ROOT,
        env: { PATH: process.env['PATH'], DATA_DIR: dataDir, RUN_ZENDESK_SIM: '0', ...env },
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      },
    );
    child = started;
    const output = { stdout: '', stderr: '' };
    started.stdout?.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
    started.stderr?.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
    const ended = once(started, 'close').then(([code]) => ({ code: code as number | null, ...output }));
    const ready = once(started.stdout ?? started, 'data').then(
      () => JSON.parse(output.stdout) as { ready: boolean; billmanager: string; zendesk?: string },
    );
    return { process: started, ended, ready };
  };

  it('says in one line where it answers, and leaves on SIGTERM with its state kept', async () => {
    const first = start({ BILLMANAGER_SIM_PORT: '0' });
    const ready = await first.ready;
    expect(ready).toEqual({ ready: true, billmanager: expect.stringMatching(/^http:\/\/localhost:\d+$/) });
    expect((await fetch(`${ready.billmanager}/_control/state`)).status).toBe(200);
    first.process.kill('SIGTERM');
    expect(await first.ended).toMatchObject({ code: 0, stderr: '' });
    await expect(fetch(ready.billmanager)).rejects.toThrow();
  });

  it('leaves when its parent goes away', async () => {
    const running = start({ BILLMANAGER_SIM_PORT: '0' });
    await running.ready;
    // Without its channel a child ends with "exit" only, never with "close".
    const exited = once(running.process, 'exit');
    running.process.disconnect();
    expect(await exited).toEqual([0, null]);
  });

  it('names the variable of a taken port in one sentence', async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
    const port = String((holder.address() as AddressInfo).port);
    const running = start({ BILLMANAGER_SIM_PORT: port });
    expect(await running.ended).toEqual({
      code: 1,
      stdout: '',
      stderr: `Port ${port} is taken: stop what holds it, or set BILLMANAGER_SIM_PORT to another.\n`,
    });
    await new Promise((resolve) => holder.close(resolve));
  });

  it('says what is wrong in the environment, and leaves', async () => {
    const running = start({ BILLMANAGER_SIM_PORT: 'http' });
    expect(await running.ended).toEqual({
      code: 1,
      stdout: '',
      stderr: 'BILLMANAGER_SIM_PORT wants a port from 0 to 65535, 0 for any free one.\n',
    });
  });
});
