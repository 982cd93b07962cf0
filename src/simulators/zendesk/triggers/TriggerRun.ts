import type { Desk, Origin, WebhookCall } from '../Desk';
import type { SimTicket } from '../entities/SimTicket';
import type { NewComment } from '../tickets/TicketChanges';

/** One update on its way through the triggers. Actions write to `ticket`, `notifications` and `webhookCalls`. */
export type TriggerRun = {
  desk: Desk;
  /** The ticket as it will be saved. */
  ticket: SimTicket;
  /** As it was before the update; undefined when it is being created. */
  before: SimTicket | undefined;
  comment: NewComment | undefined;
  origin: Origin;
  notifications: Notification[];
  webhookCalls: WebhookCall[];
};

/** A mail that a trigger asks for; the simulator records it in the audit and sends nothing. */
export type Notification = { triggerId: number; subject: string; body: string; recipients: number[] };
