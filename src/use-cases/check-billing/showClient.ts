import type { AccountFacts } from '../../domain/accounts/accountFacts';
import { countEarnedCredits } from '../../domain/entitlement/countEarnedCredits';
import type { Finding } from '../ports/billingInspection';
import type { CheckBillingDeps } from './checkBilling';

/** What the bridge knows of the client with this e-mail, for the operator to compare with billing's own screens. */
export async function showClient({ billing, policy }: CheckBillingDeps, email: string): Promise<Finding[]> {
  const match = await billing.readClient(email);
  if (match.kind === 'none') {
    return [
      toFinding(
        'problem',
        'No user of billing has this e-mail.',
        'Take the e-mail of a client that you see in billing.',
      ),
    ];
  }
  if (match.kind === 'several') {
    const change =
      'Their tickets are held until the field «Billing account» of the Zendesk user says which one it is.';
    return [toFinding('note', 'This e-mail belongs to users of several accounts.', change)];
  }
  const facts = await billing.readAccountFacts(match.billingAccountId);
  if (facts === undefined) return [toMissingFinding()];
  const { spendCents, partnerLevel } = facts;
  const credits = countEarnedCredits(spendCents, policy);
  const words = [
    `Account ${facts.billingAccountId}, «${facts.accountName}»`,
    `spend EUR ${toEuros(spendCents)}, credits earned by it: ${credits}`,
    partnerLevel === undefined ? 'no partner' : `partner (${partnerLevel})`,
    `active packs: ${describePacks(facts)}`,
  ];
  const change = 'Compare this with what billing shows of the client.';
  return [toFinding('good', `${words.join('; ')}.`, change)];
}

/** That a client can be read at all, without saying anything about whom. */
export async function showAnyClient({ inspection, billing }: CheckBillingDeps): Promise<Finding[]> {
  const billingAccountId = await inspection.readAnyAccountId();
  if (billingAccountId === undefined) {
    return [toFinding('note', 'There is no client yet.', 'Look again with --email when there is one.')];
  }
  const facts = await billing.readAccountFacts(billingAccountId);
  if (facts === undefined) return [toMissingFinding()];
  const { expenses, packs } = facts;
  const found = `One client was read whole; charges: ${expenses.length}, active packs: ${packs.length}.`;
  return [toFinding('good', found, 'Name a client with --email to compare the figures with billing.')];
}

function describePacks({ packs }: AccountFacts): string {
  const ids = [...new Set(packs.map(({ pricelistId }) => pricelistId))];
  const counts = ids.map(
    (id) => `${packs.filter(({ pricelistId }) => pricelistId === id).length} of price list ${id}`,
  );
  return counts.join(', ') || 'none';
}

function toMissingFinding(): Finding {
  const change = 'Give the service user the right to see all clients.';
  return toFinding('problem', 'Billing lists a client whose account it does not show.', change);
}

function toEuros(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function toFinding(verdict: Finding['verdict'], found: string, change: string): Finding {
  return { step: 'client', verdict, found, change };
}
