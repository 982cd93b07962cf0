import { AdapterError } from '../../use-cases/ports/AdapterError';
import type { Clock } from '../../use-cases/ports/clock';
import type { Logger } from '../../use-cases/ports/logger';
import type { Answer } from './buildPanel';
import type { Reading } from './reading';

/** The lists that facts rest on, those that money comes from first. */
const LISTS = ['expense', 'payment', 'paidsupport', 'account', 'user', 'hostingpartner'];

const CHECK_EVERY_MS = 3_600_000;

/**
 * Looks whether a filter that was once stored for this login shortens a list (billmanager.md 1.1), one list at a call, so
 * that no reading waits long for it, and each list once an hour. The answers do not say so for certain; it is seen when
 * the list without a filter of ours is shorter than with an empty one, when it names its saved filters, or when the form
 * of the filter holds a field that we filter by. Warns, and never fails: on most panels an inline filter is stronger.
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

/** What cannot be asked now is looked at the next time: whoever needs the list itself fails by himself. */
async function hasStoredFilter(reading: Reading, func: string): Promise<boolean> {
  const { panel, signal, accountFilter } = reading;
  try {
    const page = { p_cnt: '1', p_num: '1' };
    const all = await panel.ask(func, { ...page, filter: 'on' }, signal);
    const plain = await panel.ask(func, page, signal);
    if (all === undefined || plain === undefined) return false;
    const isNamed = plain.fields.nodes('saved_filters').length > 0;
    if (isNamed || countRows(plain) < countRows(all)) return true;
    const form = await panel.ask(`${func}.filter`, {}, signal);
    return [accountFilter, 'id', 'email'].some((field) => form?.fields.get(field) !== undefined);
  } catch (error) {
    if (error instanceof AdapterError) return false;
    throw error;
  }
}

function countRows({ fields }: Answer): number {
  return Number(fields.get('p_elems') ?? 0);
}
