import { readBalanceCents } from '../../state/balance';
import { toDay } from '../../state/days';
import { toAmountText } from '../../state/money';
import { LIFETIME_SIZES } from '../../state/priceLists';
import type { Currency } from '../../state/projects';
import { projectOf } from '../../state/projects';
import { chargePack, readPackPrice } from '../../state/purchases';
import { buildSavedDocument, wrapInEnvelope } from '../../wire/envelope';
import { buildErrorDocument } from '../../wire/errorDocuments';
import { readLang } from '../../wire/words';
import type { BillingFunction } from '../billingFunction';
import { buildBadValue, buildMissed } from '../formErrors';

/**
 * "Buy support incidents": a client buys a pack from the balance (billmanager.md 6). An account whose balance and credit
 * limit do not reach gets the panel's words about it, which billmanager.md 1.4 quotes; their type is a guess.
 */
export const INCIDENT: BillingFunction = {
  level: 16,
  answer: (call) => {
    const { sok, count = '' } = call.params;
    const { store, clock } = call.billing;
    const accountId = call.caller.accountId ?? call.params['elid'] ?? '';
    const account = store.index().account(accountId);
    if (account === undefined) return buildMissed(call, 'account', accountId);
    if (sok === undefined) {
      const val = LIFETIME_SIZES.map((size) => ({ $key: String(size), $: String(size) }));
      return wrapInEnvelope(call, { elid: { $: accountId }, count: {}, slist: [{ $name: 'count', val }] });
    }
    const order = { credits: Number(count) };
    const price = readPackPrice(account, order);
    if (price === undefined) return buildBadValue(call, 'count');
    const balanceCents = readBalanceCents(store.index(), accountId);
    if (balanceCents + account.creditLimitCents < price.cents) {
      const { currency } = projectOf(account);
      return buildErrorDocument(readLang(call.params), 'funds', {
        params: {
          amount: toMoneyText(price.cents, currency),
          balance: toMoneyText(balanceCents, currency),
          limit: toMoneyText(account.creditLimitCents, currency),
        },
      });
    }
    chargePack(store, { account, order, day: toDay(clock.now()) });
    return buildSavedDocument(call);
  },
};

function toMoneyText(cents: number, currency: Currency): string {
  return `${toAmountText(cents)} ${currency}`;
}
