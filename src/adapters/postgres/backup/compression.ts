import { createHash } from 'node:crypto';
import { pipeline, Readable } from 'node:stream';
import { types } from 'node:util';
import { createGunzip, createGzip } from 'node:zlib';
import { damagedError } from './backupError';
import { buildSeal } from './seal';

/** Text of a ledger becomes little smaller by more effort, and takes much longer. */
const LEVEL = 1;

const CHUNK_BYTES = 256 * 1024;

/** The pieces of text, compressed and sealed; each is asked for when there is room for it. Fails with what they fail with. */
export async function* compress(text: AsyncIterable<Buffer>): AsyncGenerator<Uint8Array> {
  const compressing = pipeline(
    Readable.from(text, { objectMode: true }),
    createGzip({ level: LEVEL, chunkSize: CHUNK_BYTES }),
    () => undefined,
  );
  const hash = createHash('sha256');
  for await (const chunk of compressing as AsyncIterable<Buffer>) {
    hash.update(chunk);
    yield chunk;
  }
  yield buildSeal(hash.digest('hex'));
}

/** The text again. Fails with what `compressed` fails with, and with `backup_damaged` when it is no gzip. */
export async function* decompress(compressed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const decompressing = pipeline(
    Readable.from(compressed, { objectMode: true }),
    createGunzip({ chunkSize: CHUNK_BYTES }),
    () => undefined,
  );
  try {
    yield* decompressing as AsyncIterable<Buffer>;
  } catch (error) {
    throw isOfZlib(error) ? damagedError('it cannot be decompressed to its end', error) : error;
  }
}

function isOfZlib(error: unknown): boolean {
  // Not `instanceof`: it is made outside the realm of a test.
  return types.isNativeError(error) && 'code' in error && String(error.code).startsWith('Z_');
}
