import type { RequestView } from '../../pages/views/RequestView';
import { actOnSubmit } from '../dom/actOnSubmit';
import { element } from '../dom/element';
import { formatTime } from '../dom/formatTime';
import { listenToChanges } from '../listenToChanges';
import type { RestClient } from '../restClient';

/** A client's request: its state, its fields, what was said, and a place to answer. It follows every change. */
export function requestPage(initial: RequestView, rest: RestClient): HTMLElement {
  const facts = element('aside', { class: 'card facts', 'aria-label': 'About this request' });
  const comments = element('ol', { class: 'conversation', 'aria-label': 'Conversation' });
  const draw = (request: RequestView) => {
    facts.replaceChildren(drawFacts(request));
    comments.replaceChildren(...request.comments.map(drawComment));
  };
  const id = String(initial.id);
  const refresh = async () => {
    draw(await rest.read<RequestView>(`/hc/data/requests/${id}`));
  };
  const refreshAndForget = () => {
    // What is shown stays when it cannot be read; the next change reads again.
    refresh().catch(() => undefined);
  };
  draw(initial);
  listenToChanges(`/hc/events?request=${id}`, refreshAndForget, refreshAndForget);
  return element(
    'div',
    { class: 'request' },
    element('h1', { dir: 'auto' }, initial.subject),
    facts,
    comments,
    ...(initial.isClosed
      ? [element('p', { class: 'hint' }, 'This request is closed for comments. A reply makes a follow-up.')]
      : []),
    replyForm(initial.isClosed ? buildFollowUp(initial, rest) : buildReply(id, rest, refresh)),
  );
}

function drawFacts(request: RequestView): HTMLElement {
  const pairs: [string, string][] = [
    ['Status', request.status],
    ['Number', `#${String(request.id)}`],
    ...request.fields.map(({ title, value }): [string, string] => [title, value || '–']),
    ['Created', formatTime(request.createdAt)],
    ['Last activity', formatTime(request.updatedAt)],
  ];
  const rows = pairs.flatMap(([term, text]) => [
    element('dt', {}, term),
    element('dd', { dir: 'auto' }, text),
  ]);
  return element('dl', {}, ...rows);
}

function drawComment(comment: RequestView['comments'][number]): HTMLElement {
  return element(
    'li',
    { class: `comment public ${comment.isStaff ? 'staff' : 'client'}` },
    element(
      'p',
      { class: 'by' },
      element('strong', {}, comment.author),
      comment.isStaff && element('span', { class: 'badge' }, 'Support'),
      element('time', { datetime: comment.createdAt }, formatTime(comment.createdAt)),
    ),
    element('p', { class: 'text', dir: 'auto' }, comment.body),
  );
}

type Send = (body: string) => Promise<void>;

function buildReply(id: string, rest: RestClient, refresh: () => Promise<void>): Send {
  return async (body) => {
    await rest.send('PUT', `/api/v2/requests/${id}.json`, { request: { comment: { body } } });
    await refresh();
  };
}

/** A new request that goes on with the closed one, which the client then sees. */
function buildFollowUp({ id, subject }: RequestView, rest: RestClient): Send {
  return async (body) => {
    const { request } = await rest.send<{ request: { id: number } }>('POST', '/api/v2/requests.json', {
      request: { via_followup_source_id: id, subject: `Re: ${subject}`, comment: { body } },
    });
    location.assign(`/hc/requests/${String(request.id)}`);
  };
}

function replyForm(send: Send): HTMLElement {
  const text = element('textarea', {
    name: 'reply',
    rows: 4,
    required: true,
    dir: 'auto',
    'aria-label': 'Your reply',
  });
  const button = element('button', { type: 'submit', class: 'primary' }, 'Send');
  const form = element('form', { class: 'card reply' }, text, button);
  actOnSubmit(form, async () => {
    await send(text.value);
    form.reset();
  });
  return form;
}
