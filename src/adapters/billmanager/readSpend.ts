import { buildSpendTally } from '../../domain/accounts/buildSpendTally';
import type { MissingRate, Spend, SpendTally } from '../../domain/accounts/buildSpendTally';
import type { Payment } from '../../domain/accounts/payment';
import type { Policy } from '../../domain/policy/policy';
import { AdapterError } from '../../use-cases/ports/AdapterError';
import { requireAccountRows } from './readAccountRows';
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
  const [payments] = await Promise.all([
    rules.spend.isReturnSubtracted ? readPayments(reading, billingAccountId) : [],
    rules.packs.then((packs) => readCharges(reading, billingAccountId, { packs, tally })),
  ]);
  return tally.total(payments);
}

async function readCharges(
  reading: Reading,
  billingAccountId: string,
  { packs, tally }: { packs: PackMarks; tally: SpendTally },
): Promise<void> {
  for await (const rows of await requireAccountRows(reading, 'expense', billingAccountId)) {
    for (const row of rows) {
      const missing = tally.add(toCharge(row, reading.columns, packs));
      if (missing !== undefined) throw toMissingRateError(missing);
    }
  }
}

async function readPayments(reading: Reading, billingAccountId: string): Promise<Payment[]> {
  const payments: Payment[] = [];
  for await (const rows of await requireAccountRows(reading, 'payment', billingAccountId)) {
    for (const row of rows) {
      const payment = toPayment(row, reading.columns);
      if (payment !== undefined) payments.push(payment);
    }
  }
  return payments;
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
