import type { CreditsView, RefundRuleView } from '../../src/contract/creditsView';

type ViewChanges = Partial<Omit<CreditsView, 'ticket'>> & { ticket?: Partial<CreditsView['ticket']> };

/** A view as the bridge answers it: ticket 35 of a client with credits was debited eight minutes ago. */
export function buildView(changes: ViewChanges = {}): CreditsView {
  return {
    identity: {
      kind: 'client',
      grade: 'verified_email',
      billingAccountId: '1042',
      accountName: 'Hosting Alpha GmbH',
    },
    partnerLevel: null,
    balance: {
      availableCredits: 3,
      earnedCredits: 2,
      boughtCredits: 2,
      usedCredits: 1,
      returnedCredits: 0,
    },
    spend: { spendCents: 24_300, centsToNextCredit: 3_700, centsPerCredit: 10_000 },
    entries: [
      {
        key: 'debit:zt_35:1',
        kind: 'debit',
        amountCredits: -1,
        balanceAfterCredits: 3,
        reason: '',
        ticketId: '35',
        problemId: 'zt_35',
        actor: { kind: 'rule' },
        grant: null,
        recordedAt: '2026-11-22T14:02:01.000Z',
        occurredAt: '2026-11-22T14:02:00.000Z',
      },
      {
        key: 'refund:debit:zt_21:1',
        kind: 'refund',
        amountCredits: 1,
        balanceAfterCredits: 4,
        reason: 'hotfix',
        ticketId: '21',
        problemId: 'zt_21',
        actor: { kind: 'agent', userId: '500', approvedBy: null },
        grant: null,
        recordedAt: '2026-11-18T09:30:01.000Z',
        occurredAt: '2026-11-18T09:30:00.000Z',
      },
    ],
    packs: [
      { credits: 1, priceCents: 3_000, savesCents: 0 },
      { credits: 5, priceCents: 10_000, savesCents: 5_000 },
    ],
    buyUrl: 'https://my.ispsystem.com/',
    refundRules: buildRefundRules(['hotfix', 'software_defect', 'goodwill']),
    care: { isOpen: false, changesAt: '2026-11-23T00:00:00.000Z', timeZone: 'Europe/Moscow' },
    handOver: null,
    entriesBefore: null,
    billingReadAt: '2026-11-22T14:08:00.000Z',
    isBillingReachable: true,
    now: '2026-11-22T14:10:00.000Z',
    ...changes,
    ticket: {
      id: '35',
      line: 'tech',
      creditState: 'debited',
      reason: 'charged',
      continues: null,
      stateSince: '2026-11-22T14:02:00.000Z',
      toldAt: '2026-11-22T14:02:03.000Z',
      answer: null,
      approval: null,
      ...changes.ticket,
    },
  };
}

/** Rules under which agents and admins may return the credit for these reasons, in this order. */
export function buildRefundRules(reasons: RefundRuleView['reason'][]): RefundRuleView[] {
  return reasons.map((reason) => ({
    reason,
    isAllowed: true,
    roles: ['agent', 'admin'],
    groupIds: [],
    perPersonPerDay: null,
    freePerDay: null,
  }));
}

/** A ticket whose requester billing does not know for `reason`. */
export function buildUnknownView(
  reason: Extract<CreditsView['identity'], { kind: 'refused' }>['reason'],
): CreditsView {
  return buildView({
    identity: { kind: 'refused', reason },
    ticket: { creditState: 'held', reason },
    balance: null,
    spend: null,
    entries: [],
  });
}
