import { AdapterError } from '../../use-cases/ports/AdapterError';
import type { Clock } from '../../use-cases/ports/clock';
import type { Logger } from '../../use-cases/ports/logger';
import { buildSingleFlight } from './buildSingleFlight';
import { hasStoredFilter } from './hasStoredFilter';
import type { Reading } from './reading';

/** A shortened list reads as a client who spent less, so what facts are counted from is looked at often. */
const COUNTED_EVERY_MS = 60_000;

/** Without rows of these a client is not found, or found by the form: nothing is taken from anybody, so a warning does. */
const LOOKED_UP = ['account', 'user'];
const LOOKED_UP_EVERY_MS = 3_600_000;

/** How an operator removes a stored filter. */
const ADVICE =
  'reset it in BILLmanager as the service user, whom nobody else may use (setup --billing shows whether it is gone)';

/**
 * Looks whether a filter that was once stored for this login shortens a list (billmanager.md 1.1). One of the lists that
 * facts are `counted` from fails each reading with `billing_filtered`, lastingly, until the filter is gone; those by which
 * clients are looked up are warned of. A list that is well is not looked at again for a while, and who asks meanwhile shares
 * the look. Fails with AdapterError too when the panel cannot be asked.
 */
export function buildFilterWatch(options: {
  logger: Logger;
  clock: Clock;
  counted: readonly string[];
}): (reading: Reading) => Promise<void> {
  const { logger, clock, counted } = options;
  const lookedAtMs = new Map<string, number>();
  const share = buildSingleFlight<unknown>();

  const look = async (reading: Reading, func: string): Promise<void> => {
    const startedAtMs = clock.now().getTime();
    if (await hasStoredFilter(reading, func)) {
      if (counted.includes(func)) throw toFilteredError(func);
      logger.warn({ func }, `billing shortens this list by a stored filter: ${ADVICE}`);
    }
    lookedAtMs.set(func, startedAtMs);
  };

  return async (reading) => {
    for (const func of [...counted, ...LOOKED_UP]) {
      const everyMs = counted.includes(func) ? COUNTED_EVERY_MS : LOOKED_UP_EVERY_MS;
      const isDue = clock.now().getTime() - (lookedAtMs.get(func) ?? -Infinity) >= everyMs;
      if (isDue) await share(func, () => look(reading, func));
    }
  };
}

function toFilteredError(func: string): AdapterError {
  return new AdapterError(
    `BILLmanager shortens func=${func} by a filter that is stored for the service user: ${ADVICE}`,
    { code: 'billing_filtered', retry: false },
  );
}
