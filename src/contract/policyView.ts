import * as z from 'zod/mini';
import { IDENTITY_GRADES } from '../domain/accounts/accountFacts';
import { WEEKDAYS } from '../domain/line/careHours';
import { BILLING_COLUMNS } from '../domain/policy/billingColumns';
import { AGENT_REFUND_REASONS, AGENT_ROLES } from '../domain/policy/refundReason';
import { cents, credits, isoTime } from './scalars';

/** Every key of the policy that is explained by itself; of a reason, its whole rule. */
export const POLICY_KEYS = [
  'spendCentsPerCredit',
  'spend.basis',
  'spend.rates',
  'spend.isReturnSubtracted',
  'spend.clawbackDelayHours',
  'packs',
  'buyUrl',
  'isPartnerWaived',
  'followUpFreeDays',
  'overdraftCredits',
  'welcomeCredits',
  'lowBalance.thresholds',
  'refundGraceDays',
  'refundReasons.software_defect',
  'refundReasons.hotfix',
  'refundReasons.fixed_in_release',
  'refundReasons.out_of_scope',
  'refundReasons.goodwill',
  'refundReasons.feature_request',
  'refundReasons.self_solved',
  'refundReasons.end_of_life',
  'refundReasons.server_fault',
  'identity.chargeGrades',
  'billing.freshSeconds',
  'billing.chargeMaxAgeSeconds',
  'billing.refreshSeconds',
  'billing.hasPartnerContracts',
  'billing.partnerGroupIds',
  'billing.packKinds',
  'billing.pricelists',
  'billing.accountFilter',
  'billing.columns',
  'careHours.timeZone',
  'careHours.days',
  'careHours.from',
  'careHours.to',
  'noteLanguage',
] as const;

/** One of the closed list of keys. */
export type PolicyKey = (typeof POLICY_KEYS)[number];

/** What can be wrong with a key of a policy file; `values` of the problem hold what the words need. */
export const POLICY_PROBLEMS = [
  'not_json',
  'unknown_key',
  'missing',
  'not_whole_number',
  'not_text',
  'not_switch',
  'not_list',
  'not_object',
  /** `values`: the bound. */
  'too_small',
  'too_big',
  'too_short',
  'too_long',
  'too_few',
  'too_many',
  /** `values`: what is allowed. */
  'not_one_of',
  'not_https',
  'not_day',
  'not_time',
  'not_time_or_midnight',
  'not_time_zone',
  'not_currency',
  'euro_rate',
  'not_decimal',
  'not_positive',
  'twice',
  'without_linked',
  /** `values`: how fresh the data have to be, in seconds. */
  'less_than_fresh',
  'invalid',
] as const;

/** One of the closed list of problems. */
export type PolicyProblemCode = (typeof POLICY_PROBLEMS)[number];

const key = z.enum(POLICY_KEYS);
const count = z.int().check(z.nonnegative());
const texts = z.array(z.string());

const refundRule = z.object({
  isAllowed: z.boolean(),
  roles: z.array(z.enum(AGENT_ROLES)),
  groupIds: texts,
  perPersonPerDay: z.nullable(count),
  freePerDay: z.nullable(count),
});

/** A policy as a whole; what each key means is in `domain/policy/policy.ts`. */
const policy = z.object({
  spendCentsPerCredit: cents,
  spend: z.object({
    basis: z.enum(['net', 'gross']),
    rates: z.array(z.object({ currency: z.string(), from: z.string(), rate: z.string() })),
    isReturnSubtracted: z.boolean(),
    clawbackDelayHours: count,
  }),
  packs: z.array(
    z.object({ pricelistId: z.string(), credits, priceCents: cents, period: z.enum(['lifetime', 'month']) }),
  ),
  buyUrl: z.string(),
  isPartnerWaived: z.boolean(),
  followUpFreeDays: count,
  overdraftCredits: credits,
  welcomeCredits: credits,
  lowBalance: z.object({ thresholds: z.array(credits) }),
  refundGraceDays: count,
  refundReasons: z.record(z.enum(AGENT_REFUND_REASONS), refundRule),
  identity: z.object({ chargeGrades: z.array(z.enum(IDENTITY_GRADES)) }),
  billing: z.object({
    freshSeconds: count,
    chargeMaxAgeSeconds: count,
    refreshSeconds: count,
    hasPartnerContracts: z.boolean(),
    partnerGroupIds: texts,
    packKinds: texts,
    pricelists: z.record(z.string(), z.string()),
    accountFilter: z.string(),
    columns: z.partialRecord(z.enum(BILLING_COLUMNS), texts),
  }),
  careHours: z.object({
    timeZone: z.string(),
    days: z.array(z.enum(WEEKDAYS)),
    from: z.string(),
    to: z.string(),
  }),
  noteLanguage: z.enum(['en', 'ru']),
});

/** One thing that is wrong with the file. `key` is the path of it, '' the file as a whole. */
const problem = z.object({
  key: z.string(),
  code: z.enum(POLICY_PROBLEMS),
  values: z.array(z.union([z.string(), z.int()])),
});

export type PolicyProblem = z.infer<typeof problem>;

/** The most problems that are told of one file. */
export const MAX_POLICY_PROBLEMS = 100;

/** What the file of `POLICY_FILE` says now, against what is in force. */
const file = z.discriminatedUnion('state', [
  /** None is configured: the published rules are in force. */
  z.object({ state: z.literal('none') }),
  z.object({ state: z.literal('same') }),
  /** Another policy, in force when the bridge is started again. */
  z.object({ state: z.literal('other'), policy, changes: z.array(key) }),
  z.object({ state: z.literal('broken'), problems: z.array(problem), isCut: z.boolean() }),
  z.object({ state: z.literal('unreadable') }),
]);

export type PolicyFileView = z.infer<typeof file>;

/** The policy that the asked bridge works by. */
export const policyViewSchema = z.object({
  policy,
  /** The published rules. */
  standard: policy,
  /** Keys in which the two differ. */
  differences: z.array(key),
  /** When the bridge read what is in force: at its start. */
  readAt: isoTime,
  file,
});

export type PolicyView = z.infer<typeof policyViewSchema>;
