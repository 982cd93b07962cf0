import type { PolicyKey, PolicyView } from '../../../contract/policyView';
import type { AdminSpeech } from '../../shared/i18n/adminI18n';
import { toDuration } from './toDuration';
import { toReasonLines } from './toReasonLines';

type Policy = PolicyView['policy'];
type ReasonKey = Extract<PolicyKey, `refundReasons.${string}`>;
type ToLines = (policy: Policy, speech: AdminSpeech) => string[];

const DAY_SECONDS = 86_400;
const HOUR_SECONDS = 3_600;

/** More rates than this are only counted: a file may hold thousands. */
const SHOWN_RATES = 20;

/** The value of a key as people read it, one line or several. */
export function toPolicyLines(key: PolicyKey, policy: Policy, speech: AdminSpeech): string[] {
  if (isReasonKey(key)) {
    const reason = key.slice('refundReasons.'.length);
    const rule = Object.entries(policy.refundReasons).find(([known]) => known === reason)?.[1];
    return rule === undefined ? [] : toReasonLines(rule, speech);
  }
  const { t } = speech;
  const lines = LINES[key](policy, speech);
  return lines.length === 0 ? [t('policy.value.none')] : lines;
}

function isReasonKey(key: PolicyKey): key is ReasonKey {
  return key.startsWith('refundReasons.');
}

const LINES: Record<Exclude<PolicyKey, ReasonKey>, ToLines> = {
  spendCentsPerCredit: ({ spendCentsPerCredit: cents }, { format }) => [format.money(cents)],
  'spend.basis': ({ spend }, { t }) => [t(`policy.value.basis.${spend.basis}`)],
  'spend.rates': ({ spend }, speech) => toRateLines(spend.rates, speech),
  'spend.isReturnSubtracted': ({ spend }, speech) => [toYesNo(spend.isReturnSubtracted, speech)],
  'spend.clawbackDelayHours': ({ spend }, speech) => [
    toDuration(spend.clawbackDelayHours * HOUR_SECONDS, speech),
  ],
  packs: ({ packs }, { t, format }) =>
    packs.map(({ pricelistId, credits, priceCents, period }) =>
      t(`policy.value.pack.${period}`, { count: credits, price: format.money(priceCents), id: pricelistId }),
    ),
  buyUrl: ({ buyUrl }) => [buyUrl],
  isPartnerWaived: ({ isPartnerWaived }, speech) => [toYesNo(isPartnerWaived, speech)],
  followUpFreeDays: ({ followUpFreeDays }, speech) => [toDuration(followUpFreeDays * DAY_SECONDS, speech)],
  overdraftCredits: ({ overdraftCredits }, speech) => [toCredits(overdraftCredits, speech)],
  welcomeCredits: ({ welcomeCredits }, speech) => [toCredits(welcomeCredits, speech)],
  'lowBalance.thresholds': ({ lowBalance }, speech) =>
    lowBalance.thresholds.map((credits) => toCredits(credits, speech)),
  refundGraceDays: ({ refundGraceDays }, speech) => [toDuration(refundGraceDays * DAY_SECONDS, speech)],
  'identity.chargeGrades': ({ identity }, { t }) =>
    identity.chargeGrades.map((grade) => t(`account.grade.${grade}`)),
  'billing.freshSeconds': ({ billing }, speech) => [toDuration(billing.freshSeconds, speech)],
  'billing.chargeMaxAgeSeconds': ({ billing }, speech) => [toDuration(billing.chargeMaxAgeSeconds, speech)],
  'billing.refreshSeconds': ({ billing }, speech) => [toDuration(billing.refreshSeconds, speech)],
  'billing.hasPartnerContracts': ({ billing }, speech) => [toYesNo(billing.hasPartnerContracts, speech)],
  'billing.partnerGroupIds': ({ billing }) => toOneLine(billing.partnerGroupIds),
  'billing.packKinds': ({ billing }) => toOneLine(billing.packKinds),
  'billing.pricelists': ({ billing }) =>
    Object.entries(billing.pricelists).map(([shown, id]) => `${shown} → ${id}`),
  'billing.accountFilter': ({ billing }) => [billing.accountFilter],
  'billing.columns': ({ billing }) =>
    Object.entries(billing.columns).map(([column, names]) => `${column} → ${names.join(', ')}`),
  'careHours.timeZone': ({ careHours }) => [careHours.timeZone],
  'careHours.days': ({ careHours }, { t }) =>
    toOneLine(careHours.days.map((day) => t(`policy.value.day.${day}`))),
  'careHours.from': ({ careHours }) => [careHours.from],
  'careHours.to': ({ careHours }) => [careHours.to],
  noteLanguage: ({ noteLanguage }, { t }) => [t(`policy.value.language.${noteLanguage}`)],
};

function toYesNo(isSo: boolean, { t }: AdminSpeech): string {
  return isSo ? t('policy.value.yes') : t('policy.value.no');
}

function toCredits(count: number, { t }: AdminSpeech): string {
  return t('policy.value.credits', { count });
}

function toOneLine(words: readonly string[]): string[] {
  return words.length === 0 ? [] : [words.join(', ')];
}

function toRateLines(rates: Policy['spend']['rates'], { t }: AdminSpeech): string[] {
  const shown = rates
    .slice(0, SHOWN_RATES)
    .map(({ currency, from, rate }) => t('policy.value.rate', { currency, from, rate }));
  const left = rates.length - shown.length;
  return left === 0 ? shown : [...shown, t('policy.value.more_rates', { count: left })];
}
