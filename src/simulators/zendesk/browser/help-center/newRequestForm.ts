import type { FieldView } from '../../pages/views/FieldView';
import { element } from '../dom/element';
import { labelled } from '../dom/labelled';
import { selectField } from '../dom/selectField';
import { showToast } from '../dom/showToast';
import { toSentence } from '../restClient';
import type { RestClient } from '../restClient';

/** The form where a client asks; its names are those of the vendor's form (zendesk.md 9). */
export function newRequestForm(fields: FieldView[], rest: RestClient): HTMLElement[] {
  const form = element('form', { class: 'card', action: '/hc/requests', method: 'post' });
  const button = element('button', { type: 'submit', class: 'primary' }, 'Submit');
  form.append(
    labelled('Subject', element('input', { name: 'request[subject]', required: true })),
    ...fields.map((field) => fieldControl(field)),
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
  return [element('h1', {}, 'Submit a request'), form];
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

function fieldControl(field: FieldView): HTMLElement {
  const name = toName(field.id);
  if (field.type !== 'tagger') return labelled(field.title, element('input', { name }));
  return selectField(field.title, [{ value: '', name: '–' }, ...field.options], '', { name });
}

function toName(fieldId: number): string {
  return `request[custom_fields][${String(fieldId)}]`;
}
