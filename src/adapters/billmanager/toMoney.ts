import type { Money } from '../../domain/money/money';
import { AdapterError } from '../../use-cases/ports/AdapterError';
import { parseMoney } from './parseMoney';
import { toUnusableError } from './reading';

/** No single amount is a hundred billion; one that seems to be is not to be counted, and sums of others stay whole numbers. */
const MAX_MINOR = 10n ** 13n;

/** The amount in a column of `func`, or the failure of the reading: a sum without one amount would look like a sum. */
export function toMoney(func: string, text: string | undefined): Money {
  const money = parseMoney(text ?? '');
  if (money.ok) {
    const { minor } = money.value;
    if (minor > MAX_MINOR || minor < -MAX_MINOR)
      throw toUnusableError(func, 'an amount is out of all bounds');
    return money.value;
  }
  if (money.reason !== 'unsupported_currency') {
    throw toUnusableError(func, `an amount cannot be read (${money.reason})`);
  }
  const options = { code: 'billing_currency_unsupported', retry: false };
  throw new AdapterError(
    `BILLmanager shows func=${func} in a currency with more than two decimals, which is not counted`,
    options,
  );
}
