import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The state of one simulator on disk, so that it survives a restart of the playground. */
export type SnapshotFile<T> = {
  /** The last state saved, or undefined when there is none. Throws a sentence when the file is not JSON. */
  load(): T | undefined;
  /** Asks for the state to be written soon; it is read when written, once, however many changes asked for it. */
  save(readState: () => T): void;
  /** Writes what is outstanding; rejects when a write failed. */
  flush(): Promise<void>;
};

const DEBOUNCE_MS = 100;
/** Putting a large state together holds up everything else: after each millisecond of it, the file rests for nine. */
const REST_PER_WORK = 9;
const MAX_DEBOUNCE_MS = 5_000;

/**
 * Promises a JSON file written whole: into a neighbour first, then renamed, so that a killed process never
 * leaves half a state behind. Without a path nothing is written and nothing is found.
 */
export function buildSnapshotFile<T>(path: string | undefined): SnapshotFile<T> {
  if (path === undefined) {
    return { load: () => undefined, save: () => undefined, flush: () => Promise.resolve() };
  }
  let pending: (() => T) | undefined;
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  let debounceMs = DEBOUNCE_MS;

  const write = async (): Promise<void> => {
    const current = pending;
    if (current === undefined) return;
    pending = undefined;
    try {
      await mkdir(dirname(path), { recursive: true });
      const startedMs = performance.now();
      const text = JSON.stringify(current());
      const tookMs = performance.now() - startedMs;
      debounceMs = Math.min(Math.max(DEBOUNCE_MS, tookMs * REST_PER_WORK), MAX_DEBOUNCE_MS);
      await writeFile(`${path}.tmp`, text);
      await rename(`${path}.tmp`, path);
    } catch (error) {
      // Kept for the next write; `flush` is the one that reports a failure.
      pending ??= current;
      throw error;
    }
  };
  // One write at a time: two would share the neighbour file.
  const writeNext = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.catch(() => undefined).then(write);
    return writing;
  };

  return {
    load: () => readState<T>(path),
    save: (read) => {
      pending = read;
      timer ??= setTimeout(() => {
        writeNext().catch(() => undefined);
      }, debounceMs);
    },
    flush: writeNext,
  };
}

function readState<T>(path: string): T | undefined {
  if (!existsSync(path)) return undefined;
  const text = readFileSync(path, 'utf8');
  try {
    return JSON.parse(text) as T;
  } catch (cause) {
    throw new Error(`${path} is not JSON; delete it to start from the seed.`, { cause });
  }
}
