import type { ToldFlaw } from '../../domain/rebuild/toldProblem';
import type { NamedTickets, RebuildReport } from '../../use-cases/rebuild/buildRebuild';

const FLAWS: Record<ToldFlaw, string> = {
  client_unknown: 'billing does not know whose credits it took: write the «Billing account» at the requester',
  contradiction:
    'its audits contradict each other; what they agree on was brought back: compare the balance by hand',
};

/** Whether everything that the tickets tell is in the ledger now. */
export function isComplete({ gone, unexplained }: RebuildReport): boolean {
  return gone.count === 0 && unexplained.count === 0;
}

/** What a rebuilding came to, and what is to be done next. */
export function describeRebuild(report: RebuildReport): string {
  const { debits, waivers, refunds, known, untold, gone, unexplained } = report;
  const lines = [
    `Brought back: ${count(debits, 'debit')}, ${count(waivers, 'waiver')}, ${count(refunds, 'refund')}.`,
    `Tickets that the ledger knew already: ${known}.`,
  ];
  if (untold > 0) {
    lines.push(
      `Tickets that say what the bridge never wrote there (copied to a follow-up, or set by hand): ${untold}.`,
    );
  }
  if (gone.count > 0) {
    lines.push(
      `Deleted tickets whose history is gone: ${gone.count} (${listNames(gone, (ticketId) => ticketId)}). No balance misses ` +
        'them: the credit of a ticket goes back when it is deleted.',
    );
  }
  if (unexplained.count > 0) {
    lines.push(
      `Could not be brought back as a whole: ${unexplained.count}.`,
      ...unexplained.named.map(
        ({ ticketId, flaws }) =>
          `  ticket ${ticketId}: ${[...new Set(flaws)].map((flaw) => FLAWS[flaw]).join('; ')}.`,
      ),
      ...(unexplained.count > unexplained.named.length ? ['  …'] : []),
    );
  }
  return `${[...lines, ...listNextSteps(report)].join('\n')}\n`;
}

function listNextSteps(report: RebuildReport): string[] {
  return [
    'Next:',
    ...(report.unexplained.count > 0
      ? ['  - mend what is named above and run this again; nothing is added twice']
      : []),
    '  - start the bridge: it takes the looks that were queued, and returns again what was returned on closed tickets',
    '    (duplicates, defects), of which their audits have no trace',
    '  - give again, with the same --key, what was given or taken by hand (grant, adjust): it stands nowhere else',
    '  - run support-credits verify',
  ];
}

function listNames<Named>(
  { count: total, named }: NamedTickets<Named>,
  toName: (one: Named) => string,
): string {
  return `${named.map(toName).join(', ')}${total > named.length ? ' …' : ''}`;
}

function count(amount: number, word: string): string {
  return `${amount} ${word}${amount === 1 ? '' : 's'}`;
}
