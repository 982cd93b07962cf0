import type { Policy } from '../../domain/policy/policy';
import type { ChargeSample, ChargedCurrency, Finding } from '../ports/billingInspection';

/** Whether everything that billing charges can be counted in EUR. */
export function judgeCharges(sample: ChargeSample | undefined, policy: Policy): Finding[] {
  if (sample === undefined)
    return [{ step: 'currencies', verdict: 'skipped', found: 'Charges are not shown to us.' }];
  const { currencies, unreadableCount } = sample;
  const findings = currencies.map((currency) => judgeCurrency(currency, policy));
  if (unreadableCount > 0) {
    findings.push({
      step: 'currencies',
      verdict: 'problem',
      found: `Charges without an amount that can be counted (no number, or no currency beside it): ${unreadableCount}.`,
      change:
        'Look at the column of the amount among the columns above; amounts want their currency, such as 120.00 EUR.',
    });
  }
  if (findings.length > 0) return findings;
  return [
    {
      step: 'currencies',
      verdict: 'note',
      found: 'There are no charges yet, so their currency is not known.',
    },
  ];
}

/** The oldest charge decides: a rate that begins after it leaves it uncounted. */
function judgeCurrency(
  { currency, firstDay, lastDay, chargeCount }: ChargedCurrency,
  policy: Policy,
): Finding {
  const seen = `Charges in ${currency}: ${chargeCount}, from ${firstDay || 'no day'} to ${lastDay || 'no day'}`;
  if (currency === 'EUR') return { step: 'currencies', verdict: 'good', found: `${seen}.` };
  const days = policy.spend.rates.filter((rate) => rate.currency === currency).map(({ from }) => from);
  const since = days.sort()[0];
  if (since !== undefined && since <= firstDay) {
    return { step: 'currencies', verdict: 'good', found: `${seen}; the policy has a rate since ${since}.` };
  }
  return {
    step: 'currencies',
    verdict: 'problem',
    found: `${seen}; ${since === undefined ? 'the policy has no rate' : `the first rate of the policy begins on ${since}`}.`,
    change: `Add a rate to the policy key spend.rates, from ${firstDay || 'the day of the first charge'} or earlier: {"currency": "${currency}", "from": "${firstDay || 'YYYY-MM-DD'}", "rate": "…"}.`,
  };
}
