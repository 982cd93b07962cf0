import type { AgentEvent } from '../../pages/views/PageData';
import type { TicketView } from '../../pages/views/TicketView';
import { element } from '../dom/element';
import { labelled } from '../dom/labelled';
import { listenToChanges } from '../listenToChanges';
import { mountApp } from '../zaf/mountApp';
import { replyBox } from './replyBox';
import { submitNewTicket } from './submitTicket';
import { submitWithApp } from './submitWithApp';
import type { Surroundings } from './Surroundings';
import { buildTicketModel } from './ticketModel';
import type { TicketModel } from './ticketModel';
import { ticketProperties } from './ticketProperties';
import { ticketRelations } from './ticketRelations';

/**
 * A ticket that an agent writes in the name of a client, with the installed app in its place beside new tickets. Once it is saved
 * the page of the ticket follows, where the app starts anew in the other place (DZ/apps/docs/support-api/ticket_sidebar).
 */
export function showNewTicket({ page, data, rest, scheme }: Surroundings, ticket: TicketView): void {
  const model = buildTicketModel(ticket);
  const app = mountApp({ ...data, location: 'new_ticket_sidebar', ticket: model, rest, scheme });
  const save = async () => {
    location.assign(`/agent/tickets/${String(await submitNewTicket(model, rest))}`);
  };
  page.append(
    element(
      'main',
      { class: 'ticket' },
      element(
        'div',
        { class: 'column' },
        ticketRelations(model, rest, data.clients),
        ticketProperties(model),
      ),
      element(
        'section',
        { class: 'middle' },
        element('h1', {}, 'New ticket'),
        subjectField(model),
        replyBox(model, () => submitWithApp(app, save)),
      ),
      app?.element ??
        element('p', { class: 'app empty' }, 'No installed app has a place beside new tickets.'),
    ),
  );
  // The ticket has nothing that others could change; the stream brings what is sent to the app.
  const ignore = () => undefined;
  listenToChanges<AgentEvent>('/agent/events', ignore, ignore);
}

function subjectField(model: TicketModel): HTMLElement {
  const input = element('input', { name: 'subject', dir: 'auto', autocomplete: 'off' });
  input.addEventListener('input', () => {
    model.change({ subject: input.value });
  });
  return labelled('Subject', input);
}
