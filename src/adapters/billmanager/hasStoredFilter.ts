import { AdapterError } from '../../use-cases/ports/AdapterError';
import type { Answer } from './buildPanel';
import type { Reading } from './reading';

/**
 * Whether a filter that was once stored for this login shortens a list (billmanager.md 1.1). The answers do not say so for
 * certain; it is seen when the list without a filter of ours is shorter than with an empty one, when it names its saved
 * filters, or when the form of the filter holds a field that we filter by. What cannot be asked now counts as none: whoever
 * needs the list itself fails by himself.
 */
export async function hasStoredFilter(reading: Reading, func: string): Promise<boolean> {
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
