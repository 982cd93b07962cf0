import * as z from 'zod';
import { toRefusal } from './policyProblem';

const rate = z.strictObject({
  currency: z
    .string()
    .refine(
      (code) => /^[A-Z]{3}$/.test(code),
      toRefusal('not_currency', 'wants a code of ISO 4217, such as USD'),
    )
    .refine((code) => code !== 'EUR', toRefusal('euro_rate', 'is EUR, which needs no rate')),
  from: z.iso.date({ error: 'wants a day, such as 2026-01-01' }),
  rate: z
    .string()
    .refine(
      (text) => /^\d{1,9}(\.\d{1,12})?$/.test(text),
      toRefusal('not_decimal', 'wants a decimal text, such as "0.9215"'),
    )
    .refine((text) => /[1-9]/.test(text), toRefusal('not_positive', 'wants more than 0')),
});

/** `spend.rates`: EUR for one unit of a currency, from a day on; texts, because a rate must not pass through a float. */
export const policyRates = z
  .array(rate)
  .max(10_000)
  .refine(
    (rates) => new Set(rates.map(({ currency, from }) => `${currency} ${from}`)).size === rates.length,
    toRefusal('twice', 'names a currency twice for one day'),
  );
