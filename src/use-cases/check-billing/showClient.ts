import type { AccountFacts } from '../../domain/accounts/accountFacts';
import { countEarnedCredits } from '../../domain/entitlement/countEarnedCredits';
import { toFinding } from '../../domain/setup/finding';
import { say } from '../../domain/setup/saying';
import type { SayingValue } from '../../domain/setup/saying';
import type { BillingFinding } from '../ports/billingInspection';
import type { CheckBillingDeps } from './checkBilling';

const STEP = 'client';

/** What the bridge knows of the client with this e-mail, for the operator to compare with billing's own screens. */
export async function showClient(
  { billing, policy }: CheckBillingDeps,
  email: string,
): Promise<BillingFinding[]> {
  const match = await billing.readClient(email);
  if (match.kind === 'none') {
    return [toFinding(STEP, 'problem', say('client_unknown'), say('client_take_other'))];
  }
  if (match.kind === 'several') {
    return [toFinding(STEP, 'note', say('client_several'), say('client_link'))];
  }
  const facts = await billing.readAccountFacts(match.billingAccountId);
  if (facts === undefined) return [toMissingFinding()];
  const { spendCents, partnerLevel } = facts;
  const shown = say('client_shown', {
    account: facts.billingAccountId,
    name: facts.accountName,
    spend: toEuros(spendCents),
    credits: countEarnedCredits(spendCents, policy),
    partner: partnerLevel === undefined ? say('partner_none') : say('partner_level', { level: partnerLevel }),
    packs: countPacks(facts),
  });
  return [toFinding(STEP, 'good', shown, say('client_compare'))];
}

/** That a client can be read at all, without saying anything about whom. */
export async function showAnyClient({ inspection, billing }: CheckBillingDeps): Promise<BillingFinding[]> {
  const billingAccountId = await inspection.readAnyAccountId();
  if (billingAccountId === undefined) {
    return [toFinding(STEP, 'note', say('clients_none'), say('clients_look_again'))];
  }
  const facts = await billing.readAccountFacts(billingAccountId);
  if (facts === undefined) return [toMissingFinding()];
  const read = say('client_read', { charges: facts.expenses.length, packs: facts.packs.length });
  return [toFinding(STEP, 'good', read, say('client_compare_named'))];
}

function countPacks({ packs }: AccountFacts): SayingValue {
  const ids = [...new Set(packs.map(({ pricelistId }) => pricelistId))];
  if (ids.length === 0) return say('packs_none');
  const countOf = (id: string) => packs.filter(({ pricelistId }) => pricelistId === id).length;
  return { list: ids.map((id) => say('packs_of', { count: countOf(id), pricelist: id })) };
}

function toMissingFinding(): BillingFinding {
  return toFinding(STEP, 'problem', say('client_hidden'), say('client_give_right'));
}

function toEuros(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
