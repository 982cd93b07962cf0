import fc from 'fast-check';
import type { AccountFacts, BoughtPack } from '../../../../src/domain/accounts/accountFacts';
import { DEFAULT_POLICY } from '../../../../src/domain/policy/policy';
import type { Policy } from '../../../../src/domain/policy/policy';
import { buildFacts, NOW } from '../../../domain/builders';

/** Clients of the helpdesk, and how many things each of the callers does. */
export const CALLERS = 20;
export const OPERATIONS = 2_000;
export const ACCOUNTS = Array.from({ length: 10 }, (_, index) => String(1001 + index));

/** Debts, ends and returned ends come about soon; one reason for a refund is switched off. */
export const POLICY: Policy = {
  ...DEFAULT_POLICY,
  overdraftCredits: 1,
  welcomeCredits: 2,
  refundGraceDays: 1,
  refundReasons: {
    ...DEFAULT_POLICY.refundReasons,
    hotfix: { ...DEFAULT_POLICY.refundReasons.hotfix, isAllowed: false },
  },
  packs: [
    { pricelistId: 'once', credits: 3, priceCents: 100, period: 'lifetime' },
    { pricelistId: 'monthly', credits: 2, priceCents: 100, period: 'month' },
  ],
};

const MINUTE_MS = 60_000;
/** What lies between two operations of one caller: all of them span two months. */
const STEP_MS = 45 * MINUTE_MS;
const PACK_EVERY = 160;
const SPEND_EVERY = 200;

/** The time of the operation `index` (ISO 8601), by a clock that is `aheadMs` ahead. */
export function timeAt(index: number, aheadMs = 0): string {
  return new Date(Date.parse(NOW) + index * STEP_MS + aheadMs).toISOString();
}

/** Spend between `index * SPEND_EVERY` and the next; most of it moves by one credit. */
const spendOf = new Map(
  ACCOUNTS.map((account) => {
    const cents = fc.integer({ min: -500, max: 45_000 });
    return [account, fc.sample(cents, { numRuns: OPERATIONS / SPEND_EVERY, seed: Number(account) })];
  }),
);

/**
 * What billing says of the account at operation `index`: spend that rises and falls, more and more packs, and for one of
 * them a partnership that comes and goes. Callers that are not equally far hear different things at the same time.
 */
export function factsAt(account: string, index: number, now: string): AccountFacts {
  const isPartner = account === ACCOUNTS[9] && Math.floor(index / 200) % 2 === 1;
  return buildFacts({
    billingAccountId: account,
    spendCents: spendOf.get(account)?.[Math.floor(index / SPEND_EVERY)] ?? 0,
    partnerLevel: isPartner ? 'Gold' : undefined,
    packs: Array.from({ length: Math.floor(index / PACK_EVERY) + 1 }, (_, bought) => toPack(account, bought)),
    readAt: now,
  });
}

function toPack(account: string, bought: number): BoughtPack {
  return {
    billingItemId: `${account}-${bought}`,
    pricelistId: bought % 2 === 0 ? 'once' : 'monthly',
    boughtAt: timeAt(bought * PACK_EVERY),
    paidUntil: bought % 4 === 1 ? timeAt(bought * PACK_EVERY + 1_300) : undefined,
  };
}
