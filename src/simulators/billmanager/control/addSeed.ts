import { addClient } from '../state/addClient';
import type { BillingStore } from '../state/billingStore';
import { toAmountText } from '../state/money';
import type { Seed } from './parseSeed';

/** One client that was added; `spent` is what it was charged for products, in its currency. */
type Added = { email: string; userId: string; accountId: string; spent: string };

/** What each of the clients without a name was charged for products. */
const CHARGE_CENTS = 12_000;

/** Adds the clients of a seed and answers them in their order, those without a name last. */
export function addSeed(store: BillingStore, seed: Seed, now: Date): { clients: Added[] } {
  // Numbered from all that were ever made, so that a second seed does not bring the same e-mails again.
  const first = store.rows().users.filter((user) => user.email.endsWith('@many.test')).length + 1;
  const nameless = Array.from({ length: seed.clientCount }, (_entry, index) => {
    const number = String(first + index);
    return {
      email: `client${number}@many.test`,
      name: `Client ${number}`,
      chargesCents: [CHARGE_CENTS],
      packs: [],
    };
  });
  const clients = [...seed.clients, ...nameless].map((client) => {
    const { spentCents, ...ids } = addClient(store, client, now);
    return { email: client.email, ...ids, spent: toAmountText(spentCents) };
  });
  return { clients };
}
