import type { TicketView } from '../../pages/views/TicketView';
import type { UserFieldView } from '../../pages/views/UserFieldView';
import { element } from '../dom/element';
import { showToast } from '../dom/showToast';
import { toSentence } from '../restClient';
import type { RestClient } from '../restClient';
import { profileField } from './profileField';
import type { ProfileField } from './profileField';
import type { TicketModel } from './ticketModel';

/**
 * Under the properties: the requester's user fields, as Zendesk shows them in the user's profile. What the agent types
 * is saved by the button, in the agent's own session; everything else follows what is saved.
 */
export function requesterProfile(model: TicketModel, rest: RestClient): HTMLElement {
  const section = element('section', { class: 'requester', 'aria-label': 'Requester' });
  let shape = '';
  let fields: ProfileField[] = [];
  const draw = () => {
    const ticket = model.saved();
    const next = toShape(ticket);
    if (next !== shape) {
      shape = next;
      fields = ticket.requesterFields.map(profileField);
      const { requester } = ticket;
      section.replaceChildren(...(requester ? [profileForm(fields, requester.id, rest)] : []));
    }
    fields.forEach((field, index) => {
      field.show(ticket.requesterFields[index]?.value ?? null);
    });
  };
  draw();
  model.onChange(draw);
  return section;
}

/** Whose fields they are, and which; their values are left aside, so that a new one does not draw the form anew. */
function toShape({ requester, requesterFields }: TicketView): string {
  return JSON.stringify([requester?.id, requesterFields.map(({ value: _value, ...field }) => field)]);
}

function profileForm(fields: ProfileField[], userId: number, rest: RestClient): HTMLFormElement {
  const form = element(
    'form',
    {},
    element('h2', {}, 'Requester'),
    ...fields.map((field) => field.element),
    element('button', { type: 'submit' }, 'Save the requester'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    saveTyped(fields, userId, rest).then(showToast, (error: unknown) => {
      showToast(toSentence(error), 'error');
    });
  });
  return form;
}

/** Saves what was typed, and nothing else, so that what others write meanwhile stays. Answers what to tell the agent. */
async function saveTyped(fields: ProfileField[], userId: number, rest: RestClient): Promise<string> {
  const typed = new Map<string, string>();
  for (const field of fields) {
    const text = field.readTyped();
    if (text !== undefined) typed.set(field.key, text);
  }
  if (typed.size === 0) return 'Nothing of the requester was changed.';
  const path = `/api/v2/users/${String(userId)}.json`;
  const body = { user: { user_fields: Object.fromEntries(typed) } };
  const { user } = await rest.send<{ user: { user_fields: Record<string, UserFieldView['value']> } }>(
    'PUT',
    path,
    body,
  );
  for (const field of fields) field.show(user.user_fields[field.key] ?? null, typed.get(field.key));
  return 'The requester is saved.';
}
