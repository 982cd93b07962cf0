import type { Desk } from '../Desk';
import type { SimTicket } from '../entities/SimTicket';
import { OTHER_VIA_IDS } from '../entities/Via';
import { saveUpdate } from './saveUpdate';
import { SYSTEM_USER } from './SYSTEM_USER';

/** After how long Zendesk closes a solved ticket by itself (support.zendesk.com 4408894213018). */
const CLOSED_AFTER_MS = 28 * 86_400_000;

/** The solved tickets whose time has come, by the clock of the account. */
export function listOverdue(desk: Desk): SimTicket[] {
  const latest = desk.clock.now().getTime() - CLOSED_AFTER_MS;
  return desk.world.tickets.filter(
    (ticket) => ticket.status === 'solved' && !ticket.deleted && readSolvedMs(desk, ticket) <= latest,
  );
}

/**
 * Closes a solved ticket as the system does after 28 days: an audit by nobody (-1), and no trigger runs (zendesk.md 6.4). The
 * form of that audit is inferred.
 */
export function closeBySystem(desk: Desk, before: SimTicket): void {
  const via = { channel: 'system', source: { from: {}, to: {}, rel: null } };
  saveUpdate(desk, {
    ticket: { ...structuredClone(before), status: 'closed' },
    before,
    comment: undefined,
    origin: { actor: SYSTEM_USER, via, viaId: OTHER_VIA_IDS.batch },
    runsTriggers: false,
  });
}

function readSolvedMs({ world }: Desk, ticket: SimTicket): number {
  const solvings = world.audits
    .by('ticket', ticket.id)
    .filter(({ events }) =>
      events.some(
        (event) => 'field_name' in event && event.field_name === 'status' && event.value === 'solved',
      ),
    );
  return Date.parse(solvings.at(-1)?.created_at ?? ticket.updated_at);
}
