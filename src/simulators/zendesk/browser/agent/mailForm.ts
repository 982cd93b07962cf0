import { element } from '../dom/element';
import { labelled } from '../dom/labelled';
import { showToast } from '../dom/showToast';
import { toSentence } from '../restClient';
import type { RestClient } from '../restClient';

/** Lets a mail from anyone come in, as the account's mailbox would take it. */
export function mailForm(rest: RestClient, subdomain: string): HTMLElement {
  const form = element('form', { class: 'card mail' });
  form.append(
    element('h2', {}, 'Simulate a mail'),
    element(
      'p',
      { class: 'hint' },
      `Arrives at support@${subdomain} and becomes a ticket, or a reply to one.`,
    ),
    labelled(
      'From',
      element('input', { name: 'from', type: 'email', required: true, value: 'credits@client.test' }),
    ),
    labelled(
      'Answers the ticket with the number, if any',
      element('input', { name: 'ticket', type: 'number', min: 1 }),
    ),
    labelled('Subject', element('input', { name: 'subject', required: true })),
    labelled('Text', element('textarea', { name: 'body', rows: 4, required: true })),
    element('button', { type: 'submit', class: 'primary' }, 'Send the mail'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const { from, subject, body, ticket } = Object.fromEntries(new FormData(form));
    const mail = { from, subject, body, ...(ticket !== '' && { ticket: Number(ticket) }) };
    rest.send('POST', '/_control/mail', mail).then(
      () => {
        form.reset();
        showToast('The mail has come in.');
      },
      (error: unknown) => {
        showToast(toSentence(error), 'error');
      },
    );
  });
  return form;
}
