import { PassThrough, Writable } from 'node:stream';
import { buildTerminal } from '../../../src/server/cli/buildTerminal';
import { describeCommandError } from '../../../src/server/cli/describeCommandError';

describe('a terminal whose reader has gone', () => {
  it('tells who writes, in words, instead of ending the process', async () => {
    const gone = Object.assign(new Error('write EPIPE'), { code: 'EPIPE' });
    const stdout = new Writable({ write: (_chunk, _encoding, done) => done(gone) });
    const terminal = buildTerminal({ stdout, stderr: new PassThrough(), stdin: new PassThrough() });
    const told = await terminal.write('a line').catch(describeCommandError);
    expect(told).toBe('Nobody reads the output any more.');
  });
});
