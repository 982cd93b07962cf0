import { actOnSubmit } from '../dom/actOnSubmit';
import { element } from '../dom/element';
import { labelled } from '../dom/labelled';
import type { RestClient } from '../restClient';
import type { TicketModel } from './ticketModel';

/** In place of the reply to a closed ticket: a new ticket that goes on with it. */
export function followUpForm(model: TicketModel, rest: RestClient): HTMLFormElement {
  const text = element('textarea', { name: 'follow-up', rows: 4, required: true, dir: 'auto' });
  const form = element(
    'form',
    { class: 'card reply' },
    element('p', { class: 'hint' }, 'This ticket is closed: nothing in it can be changed any more.'),
    labelled('First message of a follow-up', text),
    element(
      'div',
      { class: 'submit' },
      element('button', { type: 'submit', class: 'primary' }, 'Create a follow-up'),
    ),
  );
  actOnSubmit(form, async () => {
    const { id, subject } = model.saved();
    const { ticket } = await rest.send<{ ticket: { id: number } }>('POST', '/api/v2/tickets.json', {
      ticket: { via_followup_source_id: id, subject: `Re: ${subject}`, comment: { body: text.value } },
    });
    location.assign(`/agent/tickets/${String(ticket.id)}`);
  });
  return form;
}
