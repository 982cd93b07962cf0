import { buildLedger } from '../../../src/adapters/postgres/buildLedger';
import { buildClock } from '../../../src/adapters/system/buildClock';
import { onDatabase, readServer, withServer } from '../benchDatabase';
import type { Figure } from '../figure';
import { benchHistory } from './benchHistory';
import { benchReads } from './benchReads';
import { benchVerify } from './benchVerify';
import { benchWrites } from './benchWrites';
import { seedLedger } from './seedLedger';

/** Measures the ledger on a server of its own, which is gone afterwards. Answers the server's version and the figures. */
export async function benchLedger(options: {
  isQuick: boolean;
  progress(message: string): void;
}): Promise<{ server: string; figures: Figure[] }> {
  const { isQuick, progress } = options;
  return withServer(async (serverUrl, folder) => {
    const runs = isQuick ? 1 : 5;
    const writes = await onDatabase(serverUrl, 'writes', async ({ pool }) =>
      benchWrites({
        pool,
        ledger: buildLedger(pool, buildClock()),
        runs,
        seconds: isQuick ? 1 : 2,
        progress,
      }),
    );
    return await onDatabase(serverUrl, 'reads', async ({ pool, connectionString }) => {
      const size = isQuick
        ? { entries: 1_000_000, longest: 100_000 }
        : { entries: 10_000_000, longest: 1_000_000 };
      await seedLedger({ connectionString, folder, ...size, progress });
      const reads = await benchReads({ pool, runs, progress, ...size });
      const history = await benchHistory({ pool, runs, progress, ...size });
      const verify = await benchVerify({ connectionString, entries: size.entries, progress });
      return {
        server: await readServer(pool),
        figures: [...writes, ...reads, ...history, ...verify],
      };
    });
  });
}
