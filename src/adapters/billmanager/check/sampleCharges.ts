import type { ChargedCurrency, ChargeSample } from '../../../use-cases/ports/billingInspection';
import { readColumn } from '../billmanagerColumns';
import type { TreeNode } from '../document/TreeNode';
import { parseMoney } from '../parseMoney';
import type { Reading } from '../reading';

/** One full page: charges of many clients at the price of one call. */
const SAMPLE_ROWS = 1_000;

/** In which currencies the panel charges. Undefined: the list is not for us. */
export async function sampleCharges({ panel, columns, signal }: Reading): Promise<ChargeSample | undefined> {
  const params = { filter: 'on', p_cnt: String(SAMPLE_ROWS), p_num: '1' };
  const answer = await panel.ask('expense', params, signal);
  if (answer === undefined) return undefined;
  const currencies = new Map<string, ChargedCurrency>();
  let unreadableCount = 0;
  for (const row of answer.rows) {
    const money = parseMoney(readColumn(row, columns.expenseAmount) ?? '');
    if (money.ok) count(currencies, money.value.currency, toDay(row, columns.expenseChargedOn));
    else unreadableCount += 1;
  }
  return { currencies: [...currencies.values()], unreadableCount };
}

function count(currencies: Map<string, ChargedCurrency>, currency: string, day: string): void {
  const known = currencies.get(currency) ?? { currency, firstDay: day, lastDay: day, chargeCount: 0 };
  currencies.set(currency, {
    currency,
    firstDay: day < known.firstDay ? day : known.firstDay,
    lastDay: day > known.lastDay ? day : known.lastDay,
    chargeCount: known.chargeCount + 1,
  });
}

/** `2026-05-02`, perhaps with a time of day behind it; empty for what is no day. */
function toDay(row: TreeNode, names: readonly string[]): string {
  return /^\d{4}-\d{2}-\d{2}/.exec(readColumn(row, names) ?? '')?.[0] ?? '';
}
