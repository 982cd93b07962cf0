import type { Clock } from '../../../use-cases/ports/clock';
import type { ChangedSubject } from '../../../use-cases/ports/openSidebars';

/** What goes into one message. */
export type SidebarMessage = { ticketIds: string[]; billingAccountIds: string[] };

/** How the collector waits and what it does with what was collected. */
export type CollectorOptions = {
  clock: Clock;
  /** Never fails; the next message waits for its end. */
  send: (message: SidebarMessage) => Promise<void>;
  schedule: (run: () => void, afterMs: number) => void;
};

/** What one change leads to (a ticket, its account) comes within this, and is told together. */
const COLLECT_MS = 100;

/** So many messages may follow each other quickly; then there is one in every pause. */
const BURST = 3;

/** Zendesk takes 100 a minute for the whole account (zendesk.md 2.3): what three replicas send, the first ones included. */
const PAUSE_MS = 2_000;

/** Ids of one kind in a message; 1 MB would hold far more (zendesk.md 2.3), but each sidebar looks through them. */
const MAX_IDS = 500;

/** Ids of one kind that wait; of more than these nobody is told. */
const MAX_WAITING = 5_000;

/** Collects what changed and sends it in few messages, at a pace that Zendesk allows. */
export function buildNewsCollector(options: CollectorOptions): (subject: ChangedSubject) => void {
  const { clock, send, schedule } = options;
  const ticketIds = new Set<string>();
  const billingAccountIds = new Set<string>();
  const pace = buildPace(clock);
  let isBusy = false;

  const sendNext = async (): Promise<void> => {
    pace.take();
    await send({ ticketIds: takeSome(ticketIds), billingAccountIds: takeSome(billingAccountIds) });
    isBusy = false;
    if (ticketIds.size + billingAccountIds.size > 0) start();
  };
  const start = (): void => {
    if (isBusy) return;
    isBusy = true;
    schedule(() => void sendNext(), Math.max(COLLECT_MS, pace.waitMs()));
  };

  return (subject) => {
    const [waiting, id] =
      'ticketId' in subject ? [ticketIds, subject.ticketId] : [billingAccountIds, subject.billingAccountId];
    if (waiting.size < MAX_WAITING) waiting.add(id);
    start();
  };
}

/** A burst is allowed after a rest: each pause gives the right to one more message. */
function buildPace({ now }: Clock): { waitMs(): number; take(): void } {
  /** When all rights to send will be there again. */
  let fullAtMs = 0;
  return {
    waitMs: () => Math.max(0, fullAtMs - (BURST - 1) * PAUSE_MS - now().getTime()),
    take: () => {
      fullAtMs = Math.max(fullAtMs, now().getTime()) + PAUSE_MS;
    },
  };
}

function takeSome(ids: Set<string>): string[] {
  const taken = [...ids].slice(0, MAX_IDS);
  for (const id of taken) ids.delete(id);
  return taken;
}
