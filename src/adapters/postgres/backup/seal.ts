import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { BackupProgress } from '../../../use-cases/ports/backup';
import { backupError, damagedError } from './backupError';

const CHUNK_BYTES = 256 * 1024;

/** Begins every file that gzip wrote, and the seal. */
const GZIP_MAGIC = Buffer.from([0x1f, 0x8b]);

/** RFC 1952: no more than a comment follows, no time, no word on the system. */
const SEAL_HEAD = Buffer.from([...GZIP_MAGIC, 8, 0x10, 0, 0, 0, 0, 0, 0xff]);

/** The end of the comment, then nothing, compressed: its check sum and length are 0. */
const SEAL_END = Buffer.from([0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

const SHA256_LETTERS = 64;
const SEAL_BYTES = SEAL_HEAD.length + SHA256_LETTERS + SEAL_END.length;

/**
 * What stands behind a compressed backup: SHA-256 of all before it (hex), as the comment of a further, empty part of the gzip
 * file, which every gunzip passes over. Of the text alone it would not be enough: there are bytes in a compressed file that can
 * differ and mean the same.
 */
export function buildSeal(sha256: string): Buffer {
  return Buffer.concat([SEAL_HEAD, Buffer.from(sha256), SEAL_END]);
}

/** A file that says of itself what its hash is; whether it is true is known when it was read. */
export type SealedFile = { path: string; byteCount: number; sha256: string };

/** Reads the seal alone. Fails with `backup_unreadable` or `backup_damaged`, or as files fail. */
export async function readSeal(path: string): Promise<SealedFile> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const magic = Buffer.alloc(GZIP_MAGIC.length);
    await file.read(magic, 0, magic.length, 0);
    if (size > 0 && !magic.equals(GZIP_MAGIC)) {
      throw backupError('backup_unreadable', 'The file is no backup of support-credits.');
    }
    const byteCount = size - SEAL_BYTES;
    const seal = Buffer.alloc(SEAL_BYTES);
    if (byteCount > 0) await file.read(seal, 0, SEAL_BYTES, byteCount);
    const sha256 = seal.toString('latin1', SEAL_HEAD.length, SEAL_HEAD.length + SHA256_LETTERS);
    if (!seal.equals(buildSeal(sha256))) throw damagedError('its end is missing, or another one');
    return { path, byteCount, sha256 };
  } finally {
    await file.close();
  }
}

/** The compressed bytes before the seal, in pieces; fails with `backup_damaged` behind the last one when they are not those. */
export async function* readSealed(sealed: SealedFile, onProgress: BackupProgress): AsyncGenerator<Buffer> {
  const { path, byteCount, sha256 } = sealed;
  const hash = createHash('sha256');
  let doneBytes = 0;
  const file = createReadStream(path, { end: byteCount - 1, highWaterMark: CHUNK_BYTES });
  for await (const chunk of file as AsyncIterable<Buffer>) {
    hash.update(chunk);
    doneBytes += chunk.length;
    onProgress(doneBytes, byteCount);
    yield chunk;
  }
  if (hash.digest('hex') !== sha256) throw damagedError('what it holds is not what was written');
}
