import { AdapterError } from '../../src/use-cases/ports/AdapterError';
import type {
  ChangedTicket,
  ChangedTickets,
  ChangedTicketsPage,
  SweepPosition,
} from '../../src/use-cases/ports/changedTickets';

/** A helpdesk's list of changes in memory; a cursor is the number of changes that lie behind it. */
export class FakeChangedTickets implements ChangedTickets {
  readonly changes: ChangedTicket[] = [];
  /** Positions that were read from, in the order of asking. */
  readonly asked: SweepPosition[] = [];
  pageSize = 2;
  /** So many of the next readings are told to wait a minute. */
  busyFor = 0;
  /** Runs while a page is on its way. */
  whileReading: (() => Promise<void>) | undefined = undefined;

  /** A ticket of technical support that changed, unless the test says otherwise. */
  change(id: string, changedAt: string, ticket: Partial<ChangedTicket> = {}): void {
    this.changes.push({
      id,
      line: 'tech',
      creditState: undefined,
      isDeleted: false,
      isOpen: true,
      changedAt,
      ...ticket,
    });
  }

  async readPage(position: SweepPosition): Promise<ChangedTicketsPage> {
    this.asked.push(position);
    if (this.busyFor > 0) {
      this.busyFor -= 1;
      throw new AdapterError('GET /incremental: busy', {
        code: 'zendesk_rate_limited',
        retry: true,
        retryAfterMs: 60_000,
      });
    }
    const start =
      'cursor' in position
        ? Number(position.cursor)
        : this.changes.filter(({ changedAt }) => changedAt < position.startAt).length;
    const tickets = this.changes.slice(start, start + this.pageSize);
    await this.whileReading?.();
    const end = start + tickets.length;
    return {
      tickets,
      next: tickets.length === 0 ? position : { cursor: String(end) },
      isLast: end >= this.changes.length,
    };
  }
}
