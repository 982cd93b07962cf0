import type { FieldView } from '../../pages/views/FieldView';
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
export function newRequestForm(fields: FieldView[], theme: Theme, rest: RestClient): HTMLElement[] {
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

function classicForm(fields: FieldView[], rest: RestClient): HTMLElement {
  return buildForm(fields, rest, { id: 'new_request' }, (label, name, options) =>
    selectField(label, options, '', { name }),
  );
}

type Dropdown = (label: string, name: string, options: SelectOption[]) => HTMLElement;

function buildForm(
  fields: FieldView[],
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

async function sendRequest(form: FormData, fields: FieldView[], rest: RestClient): Promise<number> {
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

function fieldControl(field: FieldView, dropdown: Dropdown): HTMLElement {
  const name = toName(field.id);
  if (field.type !== 'tagger') return labelled(field.title, element('input', { name }));
  return dropdown(field.title, name, [{ value: '', name: '–' }, ...field.options]);
}

function toName(fieldId: number): string {
  return `request[custom_fields][${String(fieldId)}]`;
}
