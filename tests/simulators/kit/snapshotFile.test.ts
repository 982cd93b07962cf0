import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSnapshotFile } from '../../../src/simulators/kit/snapshotFile';

describe('buildSnapshotFile', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'snapshot-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('finds nothing before the first save', () => {
    expect(buildSnapshotFile(join(folder, 'simulators', 'billing.json')).load()).toBeUndefined();
  });

  it('finds what another one saved, and makes the folder for it', async () => {
    const path = join(folder, 'simulators', 'billing.json');
    const file = buildSnapshotFile<{ count: number }>(path);
    file.save(() => ({ count: 3 }));
    await file.flush();
    expect(buildSnapshotFile<{ count: number }>(path).load()).toEqual({ count: 3 });
  });

  it('writes the state as it is when written, and leaves no second file behind', async () => {
    const path = join(folder, 'billing.json');
    const file = buildSnapshotFile<{ count: number }>(path);
    const state = { count: 1 };
    file.save(() => state);
    state.count = 2;
    await file.flush();
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ count: 2 });
    expect(readdirSync(folder)).toEqual(['billing.json']);
  });

  it('writes by itself soon after a save', async () => {
    const path = join(folder, 'billing.json');
    const file = buildSnapshotFile<{ count: number }>(path);
    file.save(() => ({ count: 1 }));
    while (!readdirSync(folder).includes('billing.json')) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await file.flush();
    expect(file.load()).toEqual({ count: 1 });
  });

  it('says on flush that writing failed, and writes later what was outstanding', async () => {
    const path = join(folder, 'taken', 'billing.json');
    writeFileSync(join(folder, 'taken'), 'a file where the folder should be');
    const file = buildSnapshotFile<{ count: number }>(path);
    file.save(() => ({ count: 1 }));
    await expect(file.flush()).rejects.toThrow();
    rmSync(join(folder, 'taken'));
    await file.flush();
    expect(file.load()).toEqual({ count: 1 });
  });

  it('says what to do about a file that is not JSON', () => {
    const path = join(folder, 'billing.json');
    writeFileSync(path, '{"half":');
    expect(() => buildSnapshotFile(path).load()).toThrow(
      `${path} is not JSON; delete it to start from the seed.`,
    );
  });

  it('keeps nothing without a path', async () => {
    const file = buildSnapshotFile<{ count: number }>(undefined);
    file.save(() => ({ count: 1 }));
    await file.flush();
    expect(file.load()).toBeUndefined();
  });
});
