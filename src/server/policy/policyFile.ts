import * as z from 'zod';
import { IDENTITY_GRADES } from '../../domain/accounts/accountFacts';
import { AGENT_REFUND_REASONS, AGENT_ROLES } from '../../domain/policy/refundReason';
import { toRefusal } from './policyProblem';
import { policyCareHours } from './policyCareHours';
import { policyColumns } from './policyColumns';
import { policyRates } from './policyRates';

const cents = z.int().min(1).max(100_000_000);
const on = z.boolean();
const seconds = z.int().min(0).max(86_400);
const text = z.string().min(1).max(200);
const texts = z.array(text).max(100);

const perDay = z.int().min(0).max(10_000).nullable();
const refundRule = z
  .strictObject({
    isAllowed: on,
    roles: z.array(z.enum(AGENT_ROLES)),
    groupIds: texts,
    perPersonPerDay: perDay,
    freePerDay: perDay,
  })
  .partial();

/** A policy file gives only what differs from the published rules; an unknown key is a mistake, not a wish. */
export const policyFile = z.strictObject({
  spendCentsPerCredit: cents.optional(),
  spend: z
    .strictObject({
      basis: z.enum(['net', 'gross']),
      rates: policyRates,
      isReturnSubtracted: on,
      clawbackDelayHours: z.int().min(0).max(720),
    })
    .partial()
    .optional(),
  packs: z
    .array(
      z.strictObject({
        pricelistId: z.string().min(1),
        credits: z.int().min(1).max(10_000),
        priceCents: cents,
        period: z.enum(['lifetime', 'month']).default('lifetime'),
      }),
    )
    .max(50)
    .refine(
      (packs) => new Set(packs.map((pack) => pack.pricelistId)).size === packs.length,
      toRefusal('twice', 'names a price list twice'),
    )
    .optional(),
  buyUrl: z.url({ protocol: /^https$/, error: 'wants an https address' }).optional(),
  isPartnerWaived: on.optional(),
  followUpFreeDays: z.int().min(0).max(3_650).optional(),
  overdraftCredits: z.int().min(0).max(10_000).optional(),
  welcomeCredits: z.int().min(0).max(10_000).optional(),
  lowBalance: z
    .strictObject({
      thresholds: z
        .array(z.int().min(0).max(10_000))
        .max(10)
        .refine((each) => new Set(each).size === each.length, toRefusal('twice', 'names a threshold twice'))
        .optional(),
    })
    .optional(),
  refundGraceDays: z.int().min(0).max(3_650).optional(),
  refundReasons: z.partialRecord(z.enum(AGENT_REFUND_REASONS), refundRule).optional(),
  identity: z
    .strictObject({
      chargeGrades: z
        .array(z.enum(IDENTITY_GRADES))
        .refine((grades) => grades.includes('linked'), toRefusal('without_linked', 'wants linked among them'))
        .optional(),
    })
    .optional(),
  billing: z
    .strictObject({
      freshSeconds: seconds,
      chargeMaxAgeSeconds: seconds,
      refreshSeconds: z
        .int()
        .min(60)
        .max(86_400 * 7),
      hasPartnerContracts: on,
      partnerGroupIds: texts,
      packKinds: texts,
      pricelists: z.record(text, text),
      accountFilter: text,
      columns: policyColumns,
    })
    .partial()
    .optional(),
  careHours: policyCareHours.optional(),
  noteLanguage: z.enum(['en', 'ru']).optional(),
});
