import type { AccountFacts, BoughtPack } from '../../../src/domain/accounts/accountFacts';

const buildPack = (billingItemId: string): BoughtPack => ({
  billingItemId,
  pricelistId: '101',
  boughtAt: '2026-05-02T00:00:00.000Z',
  paidUntil: undefined,
});

/** A partner who spent EUR 243.05 and bought two packs. */
export const buildFacts = (): AccountFacts => ({
  billingAccountId: '1001',
  accountName: 'Anna Smith',
  spendCents: 24_305,
  expenses: [{ id: '1', chargedOn: '2026-05-02', spendCents: 24_305 }],
  partnerLevel: 'Gold',
  packs: [buildPack('8'), buildPack('9')],
  readAt: '2026-11-22T10:00:00.000Z',
});
