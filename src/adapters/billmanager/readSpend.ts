import type { Charge } from '../../domain/accounts/charge';
import { countSpend } from '../../domain/accounts/countSpend';
import type { MissingRate, Spend } from '../../domain/accounts/countSpend';
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

/** The spend of an account: its charges less what was returned (`countSpend`). Both lists are read to the end. */
export async function readSpend(
  reading: Reading,
  billingAccountId: string,
  rules: SpendRules,
): Promise<Spend> {
  const [charges, payments] = await Promise.all([
    rules.packs.then((packs) => readCharges(reading, billingAccountId, packs)),
    readPayments(reading, billingAccountId),
  ]);
  const spend = countSpend(charges, payments, rules.spend);
  if (!spend.ok) throw toMissingRateError(spend);
  return spend.value;
}

async function readCharges(reading: Reading, billingAccountId: string, packs: PackMarks): Promise<Charge[]> {
  const charges: Charge[] = [];
  for await (const rows of await requireAccountRows(reading, 'expense', billingAccountId)) {
    for (const row of rows) charges.push(toCharge(row, reading.columns, packs));
  }
  return charges;
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
