import type { ClientCredits, PublicRules } from '../../contract/clientCredits';
import type {
  ClientEntriesPage,
  ClientEntry,
  ClientProof,
  ClientReceipt,
} from '../../contract/clientEntries';
import { RETURN_REASONS } from '../../domain/accounts/payment';
import { GRANT_SOURCES } from '../../domain/credits/grant';
import { either, flag, listOf, oneOf, orNull, record, text, time, whole } from './checks';
import type { Check } from './checks';

type Proof<Kind> = Extract<ClientProof, { kind: Kind }>;
type Grant = NonNullable<ClientEntry['grant']>;

const grant = record<Grant>({
  source: oneOf(...GRANT_SOURCES),
  isPaid: flag,
  effectiveAt: time,
  expiresAt: orNull(time),
  remainingCredits: whole,
});

const entry = record<ClientEntry>({
  number: whole,
  kind: oneOf('grant', 'debit', 'waiver', 'refund', 'expiry', 'clawback', 'adjustment'),
  amountCredits: whole,
  balanceAfterCredits: whole,
  reason: text,
  ticketId: orNull(text),
  occurredAt: time,
  grant: orNull(grant),
});

/** A page of the own history. */
export const isEntriesPage: Check<ClientEntriesPage> = record<ClientEntriesPage>({
  entries: listOf(entry),
  before: orNull(text),
});

const rules = {
  packs: listOf(
    record<PublicRules['packs'][number]>({ credits: whole, priceCents: whole, savesCents: whole }),
  ),
  buyUrl: text,
  care: record<PublicRules['care']>({ isOpen: flag, changesAt: orNull(time), timeZone: text }),
  now: time,
};

/** What is published. */
export const isRules: Check<PublicRules> = record<PublicRules>(rules);

/** What a client is told of the own account. */
export const isCredits: Check<ClientCredits> = record<ClientCredits>({
  ...rules,
  identity: oneOf('client', 'being_read', 'unknown', 'unavailable'),
  isPartner: flag,
  balance: orNull(
    record<NonNullable<ClientCredits['balance']>>({
      availableCredits: whole,
      earnedCredits: whole,
      boughtCredits: whole,
      usedCredits: whole,
      returnedCredits: whole,
    }),
  ),
  spend: orNull(
    record<NonNullable<ClientCredits['spend']>>({
      spendCents: whole,
      centsToNextCredit: whole,
      centsPerCredit: whole,
    }),
  ),
  cost: oneOf('credit', 'advance', 'partner', 'no_credits', 'unsettled'),
  history: isEntriesPage,
  billingReadAt: orNull(time),
});

const returned = {
  loweredCents: whole,
  returnedPayments: listOf(
    record<Proof<'spend'>['returnedPayments'][number]>({ paymentId: text, why: oneOf(...RETURN_REASONS) }),
  ),
};

const proof: Check<ClientProof> = either(
  either(
    record<Proof<'spend'>>({
      kind: oneOf('spend'),
      thresholdCents: whole,
      spendCents: whole,
      remainderCents: orNull(whole),
      expenseIds: listOf(text),
      rates: listOf(
        record<Proof<'spend'>['rates'][number]>({ expenseId: text, currency: text, rate: text, from: text }),
      ),
      ...returned,
    }),
    record<Proof<'fallen_spend'>>({
      kind: oneOf('fallen_spend'),
      thresholdCents: whole,
      spendCents: whole,
      ...returned,
    }),
  ),
  either(
    record<Proof<'pack'>>({
      kind: oneOf('pack'),
      billingItemId: text,
      pricelistId: text,
      boughtAt: orNull(time),
    }),
    either(
      record<Proof<'defect'>>({ kind: oneOf('defect') }),
      record<Proof<'merged'>>({ kind: oneOf('merged') }),
    ),
  ),
);

type Movement = Extract<ClientReceipt, { kind: 'movement' }>;
type GrantReceipt = Extract<ClientReceipt, { kind: 'grant' }>;

/** A receipt of the own account. */
export const isReceipt: Check<ClientReceipt> = either(
  record<GrantReceipt>({
    kind: oneOf('grant'),
    entry,
    proof: orNull(proof),
    usedCredits: whole,
    returnedCredits: whole,
    expiredCredits: whole,
    clawedBackCredits: whole,
    adjustedCredits: whole,
    remainingCredits: whole,
    uses: listOf(record<GrantReceipt['uses'][number]>({ entry, amountCredits: whole })),
  }),
  record<Movement>({
    kind: oneOf('movement'),
    entry,
    proof: orNull(proof),
    grants: listOf(record<Movement['grants'][number]>({ grant, amountCredits: whole, proof: orNull(proof) })),
    owedCredits: whole,
    refund: orNull(entry),
    debit: orNull(entry),
  }),
);
