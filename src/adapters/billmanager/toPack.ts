import type { BoughtPack } from '../../domain/accounts/accountFacts';
import { readColumn } from './billmanagerColumns';
import type { BillmanagerColumns } from './billmanagerColumns';
import type { Row } from './document/row';
import { toUnusableError } from './reading';

/** Code of a service that is active; it may be followed by a detail, as in `5_open` (billmanager.md 1.2). */
const ACTIVE = '2';

/**
 * A row of `paidsupport`; undefined when the pack is not active. `pricelists` gives the id for what stands in the column
 * of the price list, for installs that show its name there. A row that cannot be read fails the list.
 */
export function toPack(
  row: Row,
  columns: BillmanagerColumns,
  pricelists: ReadonlyMap<string, string>,
): BoughtPack | undefined {
  if (!isActive(row, columns)) return undefined;
  const billingItemId = row.get('id');
  const pricelist = readColumn(row, columns.packPricelist);
  if (billingItemId === undefined || pricelist === undefined) {
    throw toUnusableError('paidsupport', 'a pack has no id or no price list');
  }
  const boughtAt = toTime(readColumn(row, columns.packBoughtOn));
  if (boughtAt === undefined) throw toUnusableError('paidsupport', 'a pack has no day of its purchase');
  return {
    billingItemId,
    pricelistId: pricelists.get(pricelist) ?? pricelist,
    boughtAt,
    paidUntil: toTime(readColumn(row, columns.packPaidUntil)),
  };
}

function isActive(row: Row, columns: BillmanagerColumns): boolean {
  const status = readColumn(row, columns.packStatus) ?? '';
  if (!/^\d+(_|$)/.test(status)) throw toUnusableError('paidsupport', 'a pack has no code of its status');
  return status.split('_')[0] === ACTIVE;
}

/**
 * Days come as `2026-05-02`, perhaps with a time of day; the panel's time zone is unknown, so they are read as UTC.
 * Undefined for an empty column and for what is no day.
 */
function toTime(text: string | undefined): string | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}:\d{2}))?$/.exec(text ?? '');
  const time = new Date(match ? `${match[1]}T${match[2] ?? '00:00:00'}Z` : NaN);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}
