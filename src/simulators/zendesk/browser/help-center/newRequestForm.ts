import type { PortalFieldView } from '../../pages/views/FieldView';
import type { HelpCenterPageData } from '../../pages/views/PageData';
import { combobox } from '../dom/combobox';
import { element } from '../dom/element';
import type { Attributes } from '../dom/element';
import { labelled } from '../dom/labelled';
import { selectField } from '../dom/selectField';
import type { SelectOption } from '../dom/selectField';
import { showToast } from '../dom/showToast';
import { toSentence } from '../restClient';
import type { RestClient } from '../restClient';

type Theme = Extract<HelpCenterPageData['screen'], { name: 'new-request' }>['theme'];

/**
 * The form where a client asks, as either kind of theme draws it; the names of its fields are those of the vendor's
 * form (zendesk.md 9). The current theme draws its form into an empty element when the page has been loaded.
 */
export function newRequestForm(fields: PortalFieldView[], theme: Theme, rest: RestClient): HTMLElement[] {
  const title = element('h1', {}, 'Submit a request');
  const other = theme === 'classic' ? 'copenhagen' : 'classic';
  const kinds = element(
    'p',
    { class: 'hint' },
    `Form of the theme: ${theme} · `,
    element('a', { href: `?theme=${other}` }, other),
  );
  if (theme === 'classic') return [title, kinds, classicForm(fields, rest)];
  const root = element('div', { id: 'new-request-form' });
  addEventListener('load', () => {
    root.append(buildForm(fields, rest, {}, (label, name, options) => combobox(label, name, options)));
  });
  return [title, kinds, element('div', { id: 'main-content', class: 'form' }, root)];
}

function classicForm(fields: PortalFieldView[], rest: RestClient): HTMLElement {
  return buildForm(fields, rest, { id: 'new_request' }, (label, name, options) =>
    selectField(label, options, '', { name }),
  );
}

type Dropdown = (label: string, name: string, options: SelectOption[]) => HTMLElement;

function buildForm(
  fields: PortalFieldView[],
  rest: RestClient,
  attributes: Attributes,
  dropdown: Dropdown,
): HTMLElement {
  const form = element('form', { class: 'card', action: '/hc/requests', method: 'post', ...attributes });
  const button = element('button', { type: 'submit', class: 'primary' }, 'Submit');
  form.append(
    labelled('Subject', element('input', { name: 'request[subject]', required: true })),
    ...fields.map((field) => fieldControl(field, dropdown)),
    labelled('Description', element('textarea', { name: 'request[description]', rows: 7, required: true })),
    button,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    button.disabled = true;
    sendRequest(new FormData(form), fields, rest).then(
      (id) => {
        location.assign(`/hc/requests/${String(id)}`);
      },
      (error: unknown) => {
        button.disabled = false;
        showToast(toSentence(error), 'error');
      },
    );
  });
  return form;
}

async function sendRequest(form: FormData, fields: PortalFieldView[], rest: RestClient): Promise<number> {
  const custom_fields = fields
    .map(({ id }) => ({ id, value: form.get(toName(id)) }))
    .filter(({ value }) => value !== null && value !== '');
  const { request } = await rest.send<{ request: { id: number } }>('POST', '/api/v2/requests.json', {
    request: {
      subject: form.get('request[subject]'),
      comment: { body: form.get('request[description]') },
      custom_fields,
    },
  });
  return request.id;
}

/** A field with what an admin says of it under it; a screen reader says that with the control. */
function fieldControl(field: PortalFieldView, dropdown: Dropdown): HTMLElement {
  const name = toName(field.id);
  const drawn =
    field.type === 'tagger'
      ? dropdown(field.title, name, [{ value: '', name: '–' }, ...field.options])
      : labelled(field.title, element('input', { name }));
  if (field.hint === '') return drawn;
  const hint = element('p', { class: 'hint', id: `hint-${String(field.id)}` }, field.hint);
  drawn.querySelector('input, select, [role=combobox]')?.setAttribute('aria-describedby', hint.id);
  drawn.append(hint);
  return drawn;
}

function toName(fieldId: number): string {
  return `request[custom_fields][${String(fieldId)}]`;
}
