import type { BoughtPack } from '../../domain/accounts/accountFacts';
import { readColumn } from './billmanagerColumns';
import type { BillmanagerColumns } from './billmanagerColumns';
import type { Row } from './decodeDocument';
import { toUnusableError } from './reading';

/** Code of a service that is active; it may be followed by a detail, as in `5_open` (billmanager.md 1.2). */
const ACTIVE = '2';

/**
 * The packs among the rows of `paidsupport` that are active. `pricelists` gives the id for what stands in the column of
 * the price list, for installs that show its name there.
 */
export function toPacks(
  rows: Row[],
  columns: BillmanagerColumns,
  pricelists: Readonly<Record<string, string>>,
): BoughtPack[] {
  return rows
    .filter((row) => isActive(row, columns))
    .map((row) => {
      const billingItemId = row.get('id');
      const pricelist = readColumn(row, columns.packPricelist);
      if (billingItemId === undefined || pricelist === undefined) {
        throw toUnusableError('paidsupport', 'a pack has no id or no price list');
      }
      const pricelistId = new Map(Object.entries(pricelists)).get(pricelist) ?? pricelist;
      return { billingItemId, pricelistId, boughtAt: toBoughtAt(readColumn(row, columns.packBoughtOn)) };
    });
}

function isActive(row: Row, columns: BillmanagerColumns): boolean {
  const status = readColumn(row, columns.packStatus) ?? '';
  if (!/^\d+(_|$)/.test(status)) throw toUnusableError('paidsupport', 'a pack has no code of its status');
  return status.split('_')[0] === ACTIVE;
}

/** Days come as `2026-05-02`, perhaps with a time of day; the panel's time zone is unknown, so they are read as UTC. */
function toBoughtAt(text: string | undefined): string {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}:\d{2}))?$/.exec(text ?? '');
  const boughtAt = new Date(match ? `${match[1]}T${match[2] ?? '00:00:00'}Z` : NaN);
  if (Number.isNaN(boughtAt.getTime()))
    throw toUnusableError('paidsupport', 'a pack has no day of its purchase');
  return boughtAt.toISOString();
}
