import type { ShadowPage, ShadowTicket } from '../../src/contract/shadow';

type Page = Extract<ShadowPage, { mode: 'shadow' }>;

/** A page of shadow mode with these tickets. */
export function buildShadowPage(tickets: Partial<ShadowTicket>[], rest: Partial<Page> = {}): Page {
  const plain: ShadowTicket = {
    ticketId: '35',
    decidedAt: '2026-11-22T09:00:00.000Z',
    billingAccountId: '1042',
    line: 'tech',
    creditState: 'debited',
    reason: 'charged',
    staffValue: 'true',
    isTakenByStaff: true,
    verdict: 'alike',
    nativeCount: null,
  };
  const all = tickets.map((ticket) => ({ ...plain, ...ticket }));
  const count = (verdict: ShadowTicket['verdict']) => all.filter((one) => one.verdict === verdict).length;
  return {
    mode: 'shadow',
    since: '2026-11-08T10:00:00.000Z',
    isStaffKnown: true,
    isCounted: false,
    tickets: all,
    totals: {
      alike: count('alike'),
      only_shadow: count('only_shadow'),
      only_staff: count('only_staff'),
      open: count('open'),
    },
    next: null,
    ...rest,
  };
}

/** Every way in which the two can stand to each other. */
export const MIXED_TICKETS: Partial<ShadowTicket>[] = [
  { ticketId: '1204311' },
  { ticketId: '1204312', staffValue: null, isTakenByStaff: false, verdict: 'only_shadow' },
  {
    ticketId: '1204313',
    creditState: 'waived',
    reason: 'partner',
    staffValue: 'списано вручную, договор 2026/117',
    verdict: 'only_staff',
  },
  {
    ticketId: '1204314',
    creditState: 'held',
    reason: 'ambiguous_client',
    billingAccountId: null,
    staffValue: null,
    isTakenByStaff: null,
    verdict: 'open',
  },
  {
    ticketId: '1204315',
    creditState: 'refunded',
    reason: 'a_reason_of_a_later_version',
    verdict: 'only_staff',
  },
];
