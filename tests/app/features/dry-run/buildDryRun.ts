import type { DryRun } from '../../../../src/contract/dryRun';

/** An answer of the bridge: a ticket of technical support that would take a credit; `changes` are laid over its decision. */
export function buildDryRun(
  changes: Partial<NonNullable<DryRun['decision']>> = {},
  rest: Partial<DryRun> = {},
): DryRun {
  const asked = ['rule_refund', 'standing_charge', 'client_care', 'ended', 'billing', 'identity'] as const;
  return {
    line: 'tech',
    decision: {
      creditState: 'debited',
      reason: 'charged',
      rules: [...asked.map((rule) => ({ rule, decides: false })), { rule: 'charge' as const, decides: true }],
      entries: [
        { kind: 'grant', amountCredits: 2, reason: 'spend' },
        { kind: 'debit', amountCredits: -1, reason: null },
      ],
      answer: null,
      ...changes,
    },
    billingAccountId: '1042',
    billingReadAt: '2026-11-22T13:40:00.000Z',
    at: '2026-11-22T14:10:00.000Z',
    ...rest,
  };
}
