import type { BillingStore } from '../state/billingStore';
import { wrapInEnvelope, buildSavedDocument } from '../wire/envelope';
import type { BillingFunction } from './billingFunction';
import type { List } from './buildList';

/** Whose filter of which list. */
type Owner = { user: string; list: string };

/** The fields a user stored for a list; none when nothing is stored. */
export function readSavedFilter(store: BillingStore, owner: Owner): Record<string, string> {
  const { user, list } = owner;
  return store.rows().savedFilters.find((row) => row.user === user && row.list === list)?.fields ?? {};
}

/**
 * `<func>.filter`: shows the stored filter, and with `sok=ok` stores the fields of the call in its place. Empty fields
 * clear it. A panel of the other kind only echoes the form when an `out` is given (billmanager.md 1.1).
 */
export function buildFilterForm<Row extends { id: string }>(list: List<Row>): BillingFunction {
  const names = list.filters.map(({ param }) => param);
  return {
    level: list.level,
    answer: (call) => {
      const { store } = call.billing;
      const owner = { user: call.caller.name, list: call.func.replace(/\.filter$/, '') };
      const isEcho =
        call.billing.settings().filterFormOnlyEchoes === true && call.params['out'] !== undefined;
      if (call.params['sok'] === undefined || isEcho) {
        const fields = isEcho ? call.params : readSavedFilter(store, owner);
        return wrapInEnvelope(call, Object.fromEntries(names.map((name) => [name, toField(fields[name])])));
      }
      saveFilter(
        store,
        owner,
        names.map((name) => [name, call.params[name] ?? '']),
      );
      return buildSavedDocument(call);
    },
  };
}

/** `<func>.setfilter`: narrows the list of the caller to the account `elid` (billmanager.md 1.1). */
export function buildSetFilter<Row extends { id: string }>(list: List<Row>): BillingFunction {
  return {
    level: list.level,
    answer: (call) => {
      const owner = { user: call.caller.name, list: call.func.replace(/\.setfilter$/, '') };
      saveFilter(call.billing.store, owner, [['account', call.params['elid'] ?? '']]);
      return buildSavedDocument(call);
    },
  };
}

function saveFilter(store: BillingStore, owner: Owner, fields: [string, string][]): void {
  const given = fields.filter(([, value]) => value !== '');
  const rows = store.rows();
  const others = rows.savedFilters.filter((row) => row.user !== owner.user || row.list !== owner.list);
  rows.savedFilters =
    given.length === 0 ? others : [...others, { ...owner, fields: Object.fromEntries(given) }];
  store.changed();
}

function toField(value: string | undefined): { $?: string } {
  return value === undefined || value === '' ? {} : { $: value };
}
