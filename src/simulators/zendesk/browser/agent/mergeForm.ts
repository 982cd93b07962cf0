import type { TicketListView } from '../../pages/views/TicketListView';
import { actOnSubmit } from '../dom/actOnSubmit';
import { element } from '../dom/element';
import { labelled } from '../dom/labelled';
import { showToast } from '../dom/showToast';
import type { RestClient } from '../restClient';
import type { TicketModel } from './ticketModel';
import { watchJob } from './watchJob';
import type { JobAnswer } from './watchJob';

const MERGEABLE = ['new', 'open', 'pending', 'hold'];

/** Merges the ticket into another one, with the words that Zendesk's own page leaves on both. */
export function mergeForm(model: TicketModel, rest: RestClient): HTMLFormElement {
  const choices = element('datalist', { id: 'merge-targets' });
  const target = element('input', {
    name: 'target',
    type: 'number',
    min: 1,
    required: true,
    list: choices.id,
  });
  const isPublic = element('input', { name: 'public', type: 'checkbox' });
  const form = element(
    'form',
    { class: 'option' },
    labelled('Merge into the ticket with the number', target),
    choices,
    element('label', { class: 'check' }, isPublic, 'The requester may read the comments'),
    element('button', { type: 'submit' }, 'Merge'),
  );
  target.addEventListener('focus', () => {
    // A number can be typed without the list.
    offerTargets(choices, model.saved().id, rest).catch(() => undefined);
  });
  actOnSubmit(form, async () => {
    const { id, subject } = model.saved();
    const into = target.value;
    const comments = {
      source_comment: `This request was closed and merged into request #${into}.`,
      source_comment_is_public: isPublic.checked,
      target_comment: `Request #${String(id)} "${subject}" was closed and merged into this request.`,
      target_comment_is_public: isPublic.checked,
    };
    const body = { ids: [id], ...comments };
    const answer = await rest.send<JobAnswer>('POST', `/api/v2/tickets/${into}/merge.json`, body);
    await watchJob(answer, rest);
    showToast(`Merged into #${into}.`);
  });
  return form;
}

async function offerTargets(choices: HTMLElement, ownId: number, rest: RestClient): Promise<void> {
  const { rows } = await rest.read<TicketListView>('/agent/data/tickets');
  const targets = rows.filter(({ id, status }) => id !== ownId && MERGEABLE.includes(status));
  choices.replaceChildren(
    ...targets.map(({ id, subject }) => element('option', { value: id }, `#${String(id)} ${subject}`)),
  );
}
