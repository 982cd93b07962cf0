import type { UserView } from '../../pages/views/UserView';
import { actOnSubmit, runAndTell } from '../dom/actOnSubmit';
import { element } from '../dom/element';
import { labelled } from '../dom/labelled';
import type { RestClient } from '../restClient';
import { drawWhenChanged } from './drawWhenChanged';
import type { TicketModel } from './ticketModel';

/** Whose ticket it is, and a way to make it somebody else's, which is saved with the ticket. */
export function requesterField(
  model: TicketModel,
  rest: RestClient,
  clients: readonly UserView[],
): HTMLElement {
  const who = element('p', { class: 'who', dir: 'auto' });
  const input = element('input', { name: 'requester', type: 'email', required: true, list: 'known-clients' });
  const button = element('button', { type: 'submit' }, 'Choose');
  const form = element('form', { class: 'one-line' }, labelled('Another requester', input), button);
  actOnSubmit(form, async () => {
    model.change({ requester: await findUser(rest, input.value) });
    input.value = '';
  });
  const read = () => {
    const { requester } = model.current();
    const saved = model.saved();
    const isSuspended = saved.requesterSuspended && saved.requester?.id === requester?.id;
    return { requester, isSuspended, isClosed: saved.status === 'closed' };
  };
  drawWhenChanged(model, read, ({ requester, isSuspended, isClosed }) => {
    who.replaceChildren(
      requester ? `${requester.name} · ${requester.email}` : 'nobody',
      ...(isSuspended && requester ? suspension(requester.id, rest) : []),
    );
    form.hidden = isClosed;
  });
  return element(
    'div',
    { class: 'field' },
    element('span', {}, 'Requester'),
    who,
    form,
    element(
      'datalist',
      { id: 'known-clients' },
      ...clients.map(({ email, name }) => element('option', { value: email }, name)),
    ),
  );
}

function suspension(userId: number, rest: RestClient): (Node | string)[] {
  const button = element('button', { type: 'button' }, 'Let them in again');
  button.addEventListener('click', () => {
    void runAndTell([button], async () => {
      await rest.send('PUT', `/api/v2/users/${String(userId)}.json`, { user: { suspended: false } });
    });
  });
  return [' ', element('span', { class: 'badge' }, 'Suspended'), ' ', button];
}

async function findUser(rest: RestClient, email: string): Promise<UserView> {
  const query = encodeURIComponent(`email:${email}`);
  const { users } = await rest.read<{ users: UserView[] }>(`/api/v2/users/search.json?query=${query}`);
  const [found] = users;
  if (found === undefined) throw new Error(`Nobody has the address ${email}.`);
  return found;
}
