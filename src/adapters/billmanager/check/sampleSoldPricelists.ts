import type { SoldPricelist } from '../../../use-cases/ports/billingInspection';
import { readColumn } from '../billmanagerColumns';
import type { Reading } from '../reading';

const SAMPLE_ROWS = 1_000;

/** Which price lists the packs in the panel come from. Undefined: the list is not for us. */
export async function sampleSoldPricelists(
  { panel, columns, signal }: Reading,
  pricelists: ReadonlyMap<string, string>,
): Promise<SoldPricelist[] | undefined> {
  const params = { filter: 'on', p_cnt: String(SAMPLE_ROWS), p_num: '1' };
  const answer = await panel.ask('paidsupport', params, signal);
  if (answer === undefined) return undefined;
  const counts = new Map<string, number>();
  for (const row of answer.rows) {
    const shownAs = readColumn(row, columns.packPricelist);
    if (shownAs !== undefined) counts.set(shownAs, (counts.get(shownAs) ?? 0) + 1);
  }
  return [...counts].map(([shownAs, packCount]) => ({
    shownAs,
    pricelistId: pricelists.get(shownAs) ?? shownAs,
    packCount,
  }));
}
