import * as z from 'zod';

const rate = z.strictObject({
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, { error: 'wants a code of ISO 4217, such as USD' })
    .refine((code) => code !== 'EUR', { error: 'is EUR, which needs no rate' }),
  from: z.iso.date({ error: 'wants a day, such as 2026-01-01' }),
  rate: z
    .string()
    .regex(/^\d{1,9}(\.\d{1,12})?$/, { error: 'wants a decimal text, such as "0.9215"' })
    .refine((text) => /[1-9]/.test(text), { error: 'wants more than 0' }),
});

/** `spend.rates`: EUR for one unit of a currency, from a day on; texts, because a rate must not pass through a float. */
export const policyRates = z
  .array(rate)
  .max(10_000)
  .refine(
    (rates) => new Set(rates.map(({ currency, from }) => `${currency} ${from}`)).size === rates.length,
    {
      error: 'names a currency twice for one day',
    },
  );
