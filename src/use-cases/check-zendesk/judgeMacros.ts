import type { Policy } from '../../domain/policy/policy';
import { AGENT_REFUND_REASONS } from '../../domain/policy/refundReason';
import type { AgentRefundReason } from '../../domain/policy/refundReason';
import type { FoundRule } from './findRules';
import type { Judgement } from './judgement';
import { judgeFieldsOfRules } from './judgeFieldsOfRules';
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
  return [
    { step: STEP, verdict: 'good', found: `All ${found.length} macros are there and go with the policy.` },
  ];
}

function judgeMissing(found: readonly FoundRule[]): Judgement[] {
  const missing = found.filter(({ candidates }) => candidates.length === 0);
  if (missing.length === 0) return [];
  const titles = missing.map(({ wanted }) => `«${wanted.title}»`).join(', ');
  return [
    {
      step: STEP,
      verdict: 'note',
      found: `Macros that are missing: ${titles}.`,
      change: 'Agents have the sidebar and the field for it. To have the macros back, install the app again.',
    },
  ];
}

function judgeReason({ wanted, candidates: [macro] }: FoundRule, policy: Policy): Judgement[] {
  const reason = toReason(wanted.identifier);
  if (reason === undefined || macro === undefined) return [];
  const { isAllowed } = policy.refundReasons[reason];
  if (isAllowed === macro.isActive) return [];
  return [
    {
      step: STEP,
      verdict: 'note',
      found: isAllowed
        ? `The policy returns credits for ${reason}, and the macro «${macro.title}» is switched off.`
        : `The macro «${macro.title}» is active, and the policy returns no credits for ${reason}.`,
      change: isAllowed
        ? 'Switch the macro on, unless agents should not use it.'
        : 'Switch the macro off, or allow the reason in the policy (refundReasons): it promises the client a credit.',
    },
  ];
}

function toReason(identifier: string): AgentRefundReason | undefined {
  return AGENT_REFUND_REASONS.find((reason) => identifier.endsWith(`_refund_${reason}`));
}
