import { ConfigError } from './config';
import type { Config } from './config';

/**
 * Takes the ledger for this mode, for ever: `claim` takes it where nobody did and answers whose it is. Throws `ConfigError`
 * when it belongs to the other mode: entries of shadow mode are nobody's credits, so neither goes on where the other began.
 */
export async function claimLedger(
  claim: (mode: Config['mode']) => Promise<Config['mode']>,
  mode: Config['mode'],
): Promise<void> {
  const claimed = await claim(mode);
  if (claimed === mode) return;
  throw new ConfigError([
    `The database holds the ledger of ${claimed} mode, and MODE is ${mode}: give each mode a database of its own, by ` +
      'DATABASE_URL or another DATA_DIR.',
  ]);
}
