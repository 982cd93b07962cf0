import { wrapInEnvelope } from '../wire/envelope';
import type { WireNode } from '../wire/columns';
import type { BillingFunction, FunctionCall } from './billingFunction';
import type { List } from './buildList';
import { buildMissed } from './formErrors';

/** What a form shows beyond the columns of its list: further fields and select lists. */
type Extras<Row> = (row: Row, call: FunctionCall) => WireNode;

/**
 * The form of one row, to look at: its fields stand at the document itself (billmanager.md 1.2). The list decides who may
 * see which row.
 */
export function buildForm<Row extends { id: string }>(
  list: List<Row>,
  extras: Extras<Row> = () => ({}),
): BillingFunction {
  return {
    level: list.level,
    answer: (call) => {
      const { elid = '' } = call.params;
      const row = findRow(list, call, elid);
      if (row === undefined) return buildMissed(call, list.object, elid);
      return wrapInEnvelope(call, { elid: { $: elid }, ...list.toRow(row, call), ...extras(row, call) });
    },
  };
}

/** The row with this id among those the caller may see. */
export function findRow<Row extends { id: string }>(
  list: List<Row>,
  call: FunctionCall,
  id: string,
): Row | undefined {
  return list.read(call.billing, call.caller.accountId).find((row) => row.id === id);
}
