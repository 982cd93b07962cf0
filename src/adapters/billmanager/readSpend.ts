import { buildSpendTally } from '../../domain/accounts/buildSpendTally';
import type { MissingRate, Spend, SpendTally } from '../../domain/accounts/buildSpendTally';
import type { Payment } from '../../domain/accounts/payment';
import type { Policy } from '../../domain/policy/policy';
import { AdapterError } from '../../use-cases/ports/AdapterError';
import { readAccountRows } from './readAccountRows';
import { toUnusableError } from './reading';
import type { Reading } from './reading';
import { toCharge } from './toCharge';
import type { PackMarks } from './toCharge';
import { toPayment } from './toPayment';

/** What is needed to tell spend from other charges, and to count it. `packs` may still be under way. */
export type SpendRules = { packs: Promise<PackMarks>; spend: Policy['spend'] };

/** The spend of an account: its charges less what was returned (`buildSpendTally`). Both lists are read to the end. */
export async function readSpend(
  reading: Reading,
  billingAccountId: string,
  rules: SpendRules,
): Promise<Spend> {
  const tally = buildSpendTally(rules.spend);
  const isNet = rules.spend.basis === 'net';
  const [payments] = await Promise.all([
    rules.spend.isReturnSubtracted ? readPayments(reading, billingAccountId) : [],
    rules.packs.then((packs) => readCharges(reading, billingAccountId, { packs, tally, isNet })),
  ]);
  return tally.total(payments);
}

async function readCharges(
  reading: Reading,
  billingAccountId: string,
  { packs, tally, isNet }: { packs: PackMarks; tally: SpendTally; isNet: boolean },
): Promise<void> {
  const { expenseTax } = reading.columns;
  let rowCount = 0;
  let isTaxShown = false;
  for await (const rows of await readAccountRows(reading, 'expense', billingAccountId)) {
    isTaxShown ||= rows.some((row) => expenseTax.some((name) => row.has(name)));
    rowCount += rows.length;
    for (const row of rows) {
      const missing = tally.add(toCharge(row, reading.columns, packs));
      if (missing !== undefined) throw toMissingRateError(missing);
    }
  }
  if (isNet && rowCount > 0 && !isTaxShown) throw toHiddenTaxError(expenseTax);
}

async function readPayments(reading: Reading, billingAccountId: string): Promise<Payment[]> {
  const payments: Payment[] = [];
  for await (const rows of await readAccountRows(reading, 'payment', billingAccountId)) {
    for (const row of rows) {
      const payment = toPayment(row, reading.columns);
      if (payment !== undefined) payments.push(payment);
    }
  }
  return payments;
}

/**
 * A panel may leave an empty column out of a row (billmanager.md 1.2), but one that is missing from all of them is hidden or
 * called something else: taken for no tax, it would make tax earn credits.
 */
function toHiddenTaxError(names: readonly string[]): AdapterError {
  return toUnusableError(
    'expense',
    `no expense has a column ${names.join(' or ')}: let the service user see the tax, name its column in the policy key billing.columns.expenseTax, or set spend.basis to gross`,
  );
}

function toMissingRateError({ currency, day }: MissingRate): AdapterError {
  const options = { code: 'billing_currency_unsupported', retry: false };
  const when = day === '' ? 'without a day' : `of ${day}`;
  const todo = `add one for ${currency} to the policy key spend.rates`;
  return new AdapterError(
    `BILLmanager shows an expense in ${currency} ${when}, for which no rate is in force: ${todo}`,
    options,
  );
}
