import { readWireTime } from '../Desk';
import type { TriggerRun } from './TriggerRun';

/** Puts the mails that triggers asked for into the list of sent mails; nothing leaves the simulator. */
export function keepMails({ desk, ticket, notifications }: TriggerRun): void {
  const { world, clock } = desk;
  for (const { triggerId, subject, body, recipients } of notifications) {
    for (const userId of recipients) {
      const to = world.users.get(userId)?.email;
      if (to === undefined || to === '') continue;
      world.mails.put({
        id: world.ids.nextId(),
        ticket_id: ticket.id,
        trigger_id: triggerId,
        trigger_title: world.triggers.get(triggerId)?.title ?? '',
        to_user_id: userId,
        to,
        subject,
        body,
        created_at: readWireTime(clock),
      });
    }
  }
}
