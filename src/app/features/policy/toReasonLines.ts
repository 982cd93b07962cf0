import type { PolicyView } from '../../../contract/policyView';
import type { AdminSpeech } from '../../shared/i18n/adminI18n';

type RefundRule = PolicyView['policy']['refundReasons'][keyof PolicyView['policy']['refundReasons']];

/** Whether a credit may be returned for a reason, by whom, how often, and what of it needs another person. */
export function toReasonLines(rule: RefundRule, { t, format }: AdminSpeech): string[] {
  if (!rule.isAllowed) return [t('policy.rule.not_allowed')];
  const { roles, groupIds, perPersonPerDay, freePerDay } = rule;
  const people = [
    ...roles.map((role) => t(`policy.rule.role.${role}`)),
    ...(groupIds.length === 0 ? [] : [t('policy.rule.groups', { ids: groupIds.join(', ') })]),
  ];
  return [
    people.length === 0 ? t('policy.rule.by_nobody') : t('policy.rule.by', { people: people.join(', ') }),
    perPersonPerDay === null
      ? t('policy.rule.no_limit')
      : t('policy.rule.limit', { number: format.credits(perPersonPerDay) }),
    freePerDay === null
      ? t('policy.rule.no_approval')
      : t('policy.rule.approval', { number: format.credits(freePerDay) }),
  ];
}
