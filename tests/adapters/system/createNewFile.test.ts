import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createNewFile } from '../../../src/adapters/system/createNewFile';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'support-credits-file-'));
  path = join(folder, 'file');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a new file', () => {
  it('has its name when it is whole, for its owner alone, and nothing beside it', async () => {
    const file = await createNewFile(path);
    await file.write(Buffer.from('one, '));
    await file.write(Buffer.from('two'));
    expect(readdirSync(folder)).not.toContain('file');
    await file.keep();
    expect(readdirSync(folder)).toEqual(['file']);
    expect(readFileSync(path, 'utf8')).toBe('one, two');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    await file.discard();
    expect(readdirSync(folder)).toEqual(['file']);
  });

  it('leaves nothing when it is given up, however often', async () => {
    const file = await createNewFile(path);
    await file.write(Buffer.from('half'));
    await file.discard();
    await file.discard();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('never takes the place of another one, there before it or come meanwhile', async () => {
    writeFileSync(path, 'old');
    await expect(createNewFile(path)).rejects.toMatchObject({ code: 'EEXIST' });
    rmSync(path);
    const file = await createNewFile(path);
    await file.write(Buffer.from('new'));
    writeFileSync(path, 'meanwhile');
    await expect(file.keep()).rejects.toMatchObject({ code: 'EEXIST' });
    await file.discard();
    expect(readdirSync(folder)).toEqual(['file']);
    expect(readFileSync(path, 'utf8')).toBe('meanwhile');
  });
});
