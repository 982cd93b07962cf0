import type { FieldView } from '../../pages/views/FieldView';
import type { TicketView } from '../../pages/views/TicketView';
import { element } from '../dom/element';
import { selectField } from '../dom/selectField';
import type { TicketDraft, TicketModel } from './ticketModel';
import { TYPE_OPTIONS, readStatusChoices } from './ticketWords';

/** Over the left column: the fields of the ticket; what is chosen goes into the draft. */
export function ticketProperties(model: TicketModel): HTMLElement {
  const column = element('section', { class: 'properties', 'aria-label': 'Ticket properties' });
  let drawn = '';
  const draw = () => {
    const ticket = model.current();
    const next = toDrawn(ticket);
    // Only when something differs: drawing anew would take the focus from the agent's hands.
    if (next === drawn) return;
    drawn = next;
    const focused = document.activeElement instanceof HTMLSelectElement ? document.activeElement.name : '';
    column.replaceChildren(...drawProperties(ticket, model));
    if (focused !== '')
      column.querySelector<HTMLSelectElement>(`select[name="${CSS.escape(focused)}"]`)?.focus();
  };
  draw();
  model.onChange(draw);
  return column;
}

function toDrawn({
  comments: _comments,
  requesterFields: _fields,
  relations: _relations,
  tags: _tags,
  updatedAt: _at,
  ...rest
}: TicketView): string {
  return JSON.stringify(rest);
}

function drawProperties(ticket: TicketView, model: TicketModel): HTMLElement[] {
  const isClosed = model.saved().status === 'closed';
  const choose = (toChange: (value: string) => Partial<TicketDraft>) => (event: Event) => {
    model.change(toChange((event.target as HTMLSelectElement).value));
  };
  const statusOf = (value: string) => ({ status: value as TicketView['status'] });
  const typeOf = (value: string) => ({
    type: value === '' ? null : (value as NonNullable<TicketView['type']>),
  });
  return [
    element(
      'dl',
      {},
      ...pair('Assignee', ticket.assignee?.name ?? 'nobody yet'),
      ...pair('Came by', ticket.channel),
    ),
    selectField('Status', readStatusChoices(model.saved().status), ticket.status, {
      name: 'status',
      disabled: isClosed,
      change: choose(statusOf),
    }),
    selectField('Type', TYPE_OPTIONS, ticket.type ?? '', {
      name: 'type',
      disabled: isClosed,
      change: choose(typeOf),
    }),
    ...ticket.fields.map((field) =>
      fieldControl(
        field,
        ticket,
        isClosed,
        choose((value) => ({ values: { [field.id]: value === '' ? null : value } })),
      ),
    ),
  ];
}

/** Dropdowns can be chosen; a field of another kind is only shown. */
function fieldControl(
  field: FieldView,
  ticket: TicketView,
  disabled: boolean,
  change: (event: Event) => void,
) {
  const value = ticket.values[field.id] ?? null;
  if (field.type !== 'tagger') {
    return element('dl', {}, ...pair(field.title, value === null ? '–' : String(value)));
  }
  const options = [{ value: '', name: '–' }, ...field.options];
  const name = `custom_field_${String(field.id)}`;
  return selectField(field.title, options, String(value ?? ''), { name, disabled, change });
}

function pair(term: string, description: string): HTMLElement[] {
  return [element('dt', {}, term), element('dd', { dir: 'auto' }, description)];
}
