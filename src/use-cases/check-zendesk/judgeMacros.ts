import { toFinding } from '../../domain/setup/finding';
import { say } from '../../domain/setup/saying';
import type { Policy } from '../../domain/policy/policy';
import { AGENT_REFUND_REASONS } from '../../domain/policy/refundReason';
import type { AgentRefundReason } from '../../domain/policy/refundReason';
import type { FoundRule } from './findRules';
import type { Judgement } from './judgement';
import { judgeFieldsOfRules } from './judgeFieldsOfRules';
import { quote } from './quote';
import type { References } from './resolveReferences';

const STEP = 'macros';

/**
 * Whether the macros are there, and go with the policy: one for a reason that the policy refuses promises the client a credit
 * that the bridge does not return.
 */
export function judgeMacros(
  found: readonly FoundRule[],
  references: References,
  policy: Policy,
): Judgement[] {
  const judgements = [
    ...judgeMissing(found),
    ...found.flatMap((one) => judgeReason(one, policy)),
    ...judgeFieldsOfRules(STEP, found, references),
  ];
  if (judgements.length > 0) return judgements;
  return [toFinding(STEP, 'good', say('macros_good', { count: found.length }))];
}

function judgeMissing(found: readonly FoundRule[]): Judgement[] {
  const missing = found.filter(({ candidates }) => candidates.length === 0);
  if (missing.length === 0) return [];
  const titles = quote(missing.map(({ wanted }) => wanted));
  return [toFinding(STEP, 'note', say('macros_missing', { titles }), say('macros_install'))];
}

function judgeReason({ wanted, candidates: [macro] }: FoundRule, policy: Policy): Judgement[] {
  const reason = toReason(wanted.identifier);
  if (reason === undefined || macro === undefined) return [];
  const { isAllowed } = policy.refundReasons[reason];
  if (isAllowed === macro.isActive) return [];
  const values = { reason, title: macro.title };
  return isAllowed
    ? [toFinding(STEP, 'note', say('macro_off', values), say('macro_switch_on'))]
    : [toFinding(STEP, 'note', say('macro_on', values), say('macro_switch_off'))];
}

function toReason(identifier: string): AgentRefundReason | undefined {
  return AGENT_REFUND_REASONS.find((reason) => identifier.endsWith(`_refund_${reason}`));
}
