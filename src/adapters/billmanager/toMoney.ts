import type { Money } from '../../domain/money/money';
import { AdapterError } from '../../use-cases/ports/AdapterError';
import { parseMoney } from './parseMoney';
import { toUnusableError } from './reading';

/** The amount in a column of `func`, or the failure of the reading: a sum without one amount would look like a sum. */
export function toMoney(func: string, text: string | undefined): Money {
  const money = parseMoney(text ?? '');
  if (money.ok) return money.value;
  if (money.reason !== 'unsupported_currency') {
    throw toUnusableError(func, `an amount cannot be read (${money.reason})`);
  }
  const options = { code: 'billing_currency_unsupported', retry: false };
  throw new AdapterError(
    `BILLmanager shows func=${func} in a currency with more than two decimals, which is not counted`,
    options,
  );
}
