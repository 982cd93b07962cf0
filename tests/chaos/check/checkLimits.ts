import { CHAOS_POLICY } from '../world/chaosPolicy';
import type { Finding } from './finding';
import type { Outcome, SeenEntry } from './outcome';

const { out_of_scope: outOfScope, goodwill } = CHAOS_POLICY.refundReasons;

/** Who may return a credit, and how often in a day, as the run's policy says. */
export function checkLimits({ entries, users }: Outcome): Finding[] {
  const given = entries.filter(({ kind, actor }) => kind === 'refund' && actor.kind === 'agent');
  const findings: Finding[] = [];
  for (const [whose, refunds] of groupByPersonAndDay(given, 'out_of_scope')) {
    if (refunds.length > outOfScope.perPersonPerDay) {
      findings.push({
        rule: 'nobody returns more in a day than allowed',
        expected: `${outOfScope.perPersonPerDay} a day`,
        found: `${refunds.length} by ${whose}: ${refunds.map(({ key }) => key).join(', ')}`,
      });
    }
  }
  for (const [whose, refunds] of groupByPersonAndDay(given, 'goodwill')) {
    const alone = refunds.filter(({ actor }) => actor.approvedBy === undefined);
    if (alone.length > goodwill.freePerDay) {
      findings.push({
        rule: 'beyond the limit somebody else approves',
        expected: `${goodwill.freePerDay} a day without approval`,
        found: `${alone.length} by ${whose}: ${alone.map(({ key }) => key).join(', ')}`,
      });
    }
  }
  for (const { reason, actor, key, ticketId } of given) {
    const role = users.get(actor.id ?? '')?.role ?? 'nobody';
    if (reason === 'goodwill' && role !== 'admin') {
      findings.push({
        rule: 'goodwill is for leads',
        expected: 'admin',
        found: `${role}, ${key}`,
        ...(ticketId === undefined ? {} : { ticketId }),
      });
    }
    if (actor.approvedBy !== undefined && actor.approvedBy === actor.id) {
      findings.push({ rule: 'nobody approves for themselves', expected: 'another person', found: key });
    }
  }
  return findings;
}

function groupByPersonAndDay(refunds: readonly SeenEntry[], reason: string): Map<string, SeenEntry[]> {
  const groups = new Map<string, SeenEntry[]>();
  for (const refund of refunds.filter((each) => each.reason === reason)) {
    const whose = `${refund.actor.id} on ${refund.occurredAt.slice(0, 10)}`;
    groups.set(whose, [...(groups.get(whose) ?? []), refund]);
  }
  return groups;
}
