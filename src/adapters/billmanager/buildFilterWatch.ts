import type { Clock } from '../../use-cases/ports/clock';
import type { Logger } from '../../use-cases/ports/logger';
import { hasStoredFilter } from './hasStoredFilter';
import type { Reading } from './reading';

/** The lists that facts rest on, those that money comes from first. */
const LISTS = ['expense', 'payment', 'paidsupport', 'account', 'user', 'hostingpartner'];

const CHECK_EVERY_MS = 3_600_000;

/**
 * Looks whether a filter that was once stored for this login shortens a list (billmanager.md 1.1), one list at a call, so
 * that no reading waits long for it, and each list once an hour. Warns, and never fails: on most panels an inline filter is
 * stronger.
 */
export function buildFilterWatch(options: {
  logger: Logger;
  clock: Clock;
}): (reading: Reading) => Promise<void> {
  const checkedAtMs = new Map<string, number>();
  return async (reading) => {
    const now = options.clock.now().getTime();
    const func = LISTS.find((list) => now - (checkedAtMs.get(list) ?? -Infinity) >= CHECK_EVERY_MS);
    if (func === undefined) return;
    checkedAtMs.set(func, now);
    if (await hasStoredFilter(reading, func)) {
      options.logger.warn(
        { func },
        'billing shortens this list by a stored filter: reset it in BILLmanager as the service user, whom nobody else may use',
      );
    }
  };
}
