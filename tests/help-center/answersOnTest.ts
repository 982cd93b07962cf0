import type { ClientCredits } from '../../src/contract/clientCredits';
import type { ClientEntry, ClientReceipt } from '../../src/contract/clientEntries';

export const NOW = new Date('2026-11-22T10:00:00Z');

const grant = {
  source: 'spend' as const,
  isPaid: false,
  effectiveAt: '2026-03-01T00:00:00.000Z',
  expiresAt: null,
  remainingCredits: 3,
};

export function buildEntry(parts: Partial<ClientEntry> = {}): ClientEntry {
  return {
    number: 2,
    kind: 'debit',
    amountCredits: -1,
    balanceAfterCredits: 4,
    reason: 'charged',
    ticketId: '7',
    occurredAt: '2026-11-21T09:00:00.000Z',
    grant: null,
    ...parts,
  };
}

/** A client with four credits, on a Sunday: client care opens on Monday. */
export function buildCredits(parts: Partial<ClientCredits> = {}): ClientCredits {
  return {
    packs: [
      { credits: 1, priceCents: 3_000, savesCents: 0 },
      { credits: 5, priceCents: 10_000, savesCents: 5_000 },
    ],
    buyUrl: 'https://my.example.test/',
    care: { isOpen: false, changesAt: '2026-11-23T00:00:00.000Z', timeZone: 'Europe/Moscow' },
    now: NOW.toISOString(),
    identity: 'client',
    isPartner: false,
    balance: withLeft(4),
    spend: { spendCents: 24_300, centsToNextCredit: 5_700, centsPerCredit: 10_000 },
    cost: 'credit',
    history: {
      entries: [
        buildEntry(),
        buildEntry({ number: 1, kind: 'grant', amountCredits: 1, reason: 'spend', ticketId: null, grant }),
      ],
      before: null,
    },
    billingReadAt: NOW.toISOString(),
    ...parts,
  };
}

/** As the bridge answers of whom it hears for the first time. */
export const BEING_READ: Partial<ClientCredits> = {
  identity: 'being_read',
  balance: null,
  spend: null,
  cost: 'unsettled',
  history: { entries: [], before: null },
  billingReadAt: null,
};

export const withLeft = (availableCredits: number): ClientCredits['balance'] => ({
  availableCredits,
  earnedCredits: 2,
  boughtCredits: 5,
  usedCredits: 4,
  returnedCredits: 1,
});

const proof = {
  kind: 'spend' as const,
  thresholdCents: 10_000,
  spendCents: 24_300,
  remainderCents: null,
  expenseIds: ['41', '42'],
  rates: [{ expenseId: '42', currency: 'USD', rate: '0.9215', from: '2026-01-01' }],
  loweredCents: 500,
  returnedPayments: [{ paymentId: '88', why: 'returned' as const }],
};

/** A receipt of each kind and proof. */
export const RECEIPTS: ClientReceipt[] = [
  {
    kind: 'movement',
    entry: buildEntry(),
    proof: null,
    grants: [{ grant, amountCredits: -1, proof }],
    owedCredits: 0,
    refund: buildEntry({ number: 3, kind: 'refund', amountCredits: 1, reason: 'hotfix' }),
    debit: null,
  },
  {
    kind: 'grant',
    entry: buildEntry({ kind: 'grant', reason: 'pack', ticketId: null, grant: { ...grant, source: 'pack' } }),
    proof: { kind: 'pack', billingItemId: '77', pricelistId: '105', boughtAt: '2026-11-01T00:00:00.000Z' },
    usedCredits: 2,
    returnedCredits: 1,
    expiredCredits: 0,
    clawedBackCredits: 0,
    adjustedCredits: 0,
    remainingCredits: 4,
    uses: [{ entry: buildEntry(), amountCredits: -1 }],
  },
  {
    kind: 'movement',
    entry: buildEntry({ kind: 'refund', reason: 'software_defect' }),
    proof: { kind: 'defect' },
    grants: [],
    owedCredits: 1,
    refund: null,
    debit: buildEntry(),
  },
  {
    kind: 'movement',
    entry: buildEntry({ kind: 'clawback', reason: 'clawback', ticketId: null }),
    proof: {
      kind: 'fallen_spend',
      thresholdCents: 20_000,
      spendCents: 14_300,
      loweredCents: 0,
      returnedPayments: [],
    },
    grants: [],
    owedCredits: 0,
    refund: null,
    debit: null,
  },
];
