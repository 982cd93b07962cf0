import type { Policy } from '../../domain/policy/policy';
import { toFinding } from '../../domain/setup/finding';
import { say } from '../../domain/setup/saying';
import type { BillingFinding, ChargeSample, ChargedCurrency } from '../ports/billingInspection';

const STEP = 'currencies';

/** Whether everything that billing charges can be counted in EUR. */
export function judgeCharges(sample: ChargeSample | undefined, policy: Policy): BillingFinding[] {
  if (sample === undefined) return [toFinding(STEP, 'skipped', say('charges_hidden'))];
  const { currencies, unreadableCount: count } = sample;
  const findings = currencies.map((currency) => judgeCurrency(currency, policy));
  if (count > 0) {
    findings.push(
      toFinding(STEP, 'problem', say('charges_unreadable', { count }), say('charges_check_column')),
    );
  }
  return findings.length > 0 ? findings : [toFinding(STEP, 'note', say('charges_none'))];
}

/** The oldest charge decides: a rate that begins after it leaves it uncounted. */
function judgeCurrency(
  { currency, firstDay, lastDay, chargeCount }: ChargedCurrency,
  policy: Policy,
): BillingFinding {
  const seen = {
    currency,
    count: chargeCount,
    first: firstDay || say('no_day'),
    last: lastDay || say('no_day'),
  };
  if (currency === 'EUR') return toFinding(STEP, 'good', say('charges_good', seen));
  const days = policy.spend.rates.filter((rate) => rate.currency === currency).map(({ from }) => from);
  const since = days.sort()[0];
  if (since !== undefined && since <= firstDay) {
    return toFinding(STEP, 'good', say('charges_rated', { ...seen, since }));
  }
  return toFinding(
    STEP,
    'problem',
    since === undefined ? say('charges_unrated', seen) : say('charges_rated_late', { ...seen, since }),
    say('rate_add', {
      currency,
      day: firstDay || say('day_of_first_charge'),
      from: firstDay || 'YYYY-MM-DD',
    }),
  );
}
