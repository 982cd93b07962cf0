import type { CommentView } from '../../pages/views/TicketView';
import { element } from '../dom/element';
import { formatTime } from '../dom/formatTime';
import type { TicketModel } from './ticketModel';

/** The messages of the ticket, oldest first; private notes carry their mark in colour and in words. */
export function conversation(model: TicketModel): HTMLElement {
  const list = element('ol', { class: 'conversation', 'aria-label': 'Conversation' });
  let drawn = '';
  const draw = () => {
    const { comments } = model.saved();
    const next = JSON.stringify(comments);
    if (next === drawn) return;
    drawn = next;
    list.replaceChildren(...comments.map(drawComment));
  };
  draw();
  model.onChange(draw);
  return list;
}

function drawComment(comment: CommentView): HTMLElement {
  const side = comment.author?.role === 'end-user' ? 'client' : 'staff';
  return element(
    'li',
    { class: `comment ${side} ${comment.public ? 'public' : 'private'}`, 'data-comment-id': comment.id },
    element(
      'p',
      { class: 'by' },
      element('strong', {}, comment.author?.name ?? 'Someone'),
      !comment.public && element('span', { class: 'badge' }, 'Internal note'),
      element('time', { datetime: comment.createdAt }, formatTime(comment.createdAt)),
    ),
    element('p', { class: 'text', dir: 'auto' }, comment.body),
  );
}
