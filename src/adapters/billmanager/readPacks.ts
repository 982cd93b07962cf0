import type { BoughtPack } from '../../domain/accounts/accountFacts';
import { readAccountRows } from './readAccountRows';
import type { Reading } from './reading';
import { toPack } from './toPack';

/** The packs of an account that are active, and the ids of all, because an ended pack was no product either. */
export async function readPacks(
  reading: Reading,
  billingAccountId: string,
  pricelists: ReadonlyMap<string, string>,
): Promise<{ packs: BoughtPack[]; itemIds: Set<string> }> {
  const packs: BoughtPack[] = [];
  const itemIds = new Set<string>();
  for await (const rows of await readAccountRows(reading, 'paidsupport', billingAccountId)) {
    for (const row of rows) {
      const pack = toPack(row, reading.columns, pricelists);
      if (pack !== undefined) packs.push(pack);
      const id = row.get('id');
      if (id !== undefined) itemIds.add(id);
    }
  }
  return { packs, itemIds };
}
