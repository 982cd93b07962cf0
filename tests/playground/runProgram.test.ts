import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const MODULE = join(__dirname, '../../src/playground/runProgram.mjs');

/** Runs a program from a Node process of its own, which has to end by itself; answers what it printed. */
async function runElsewhere(program: string, options: { timeoutMs?: number } = {}): Promise<unknown> {
  const script = `
    import(${JSON.stringify(MODULE)}).then(async ({ runProgram }) => {
      console.log(JSON.stringify(await runProgram(${JSON.stringify(program)}, ['-c', 'echo said; exec sleep 30'], ${JSON.stringify(options)})));
    });`;
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', script], { timeout: 20_000 });
  return JSON.parse(stdout);
}

jest.setTimeout(30_000);

describe('runProgram', () => {
  it('answers 127 for a program that is not there, and holds nobody afterwards', async () => {
    expect(await runElsewhere('no-such-program')).toEqual({
      code: 127,
      output: expect.stringContaining('no-such-program'),
    });
  });

  it('ends a program that takes too long, and keeps what it said', async () => {
    expect(await runElsewhere('/bin/sh', { timeoutMs: 1_000 })).toEqual({ code: 1, output: 'said\n' });
  });
});
