import type { PolicyKey } from '../../../contract/policyView';

/** The keys of the policy as people look for them: by what they are about. */
export const POLICY_GROUPS = {
  earning: [
    'spendCentsPerCredit',
    'spend.basis',
    'spend.rates',
    'spend.isReturnSubtracted',
    'spend.clawbackDelayHours',
    'welcomeCredits',
  ],
  packs: ['packs', 'buyUrl'],
  charging: [
    'isPartnerWaived',
    'followUpFreeDays',
    'overdraftCredits',
    'lowBalance.thresholds',
    'identity.chargeGrades',
  ],
  returns: [
    'refundReasons.software_defect',
    'refundReasons.hotfix',
    'refundReasons.fixed_in_release',
    'refundReasons.out_of_scope',
    'refundReasons.goodwill',
    'refundReasons.feature_request',
    'refundReasons.self_solved',
    'refundReasons.end_of_life',
    'refundReasons.server_fault',
    'refundGraceDays',
  ],
  people: ['careHours.days', 'careHours.from', 'careHours.to', 'careHours.timeZone', 'noteLanguage'],
  billing: [
    'billing.freshSeconds',
    'billing.chargeMaxAgeSeconds',
    'billing.refreshSeconds',
    'billing.hasPartnerContracts',
    'billing.partnerGroupIds',
    'billing.packKinds',
    'billing.pricelists',
    'billing.accountFilter',
    'billing.columns',
  ],
} as const satisfies Record<string, readonly PolicyKey[]>;

/** One of the groups. */
export type PolicyGroup = keyof typeof POLICY_GROUPS;
