import type { SimComment } from '../entities/SimComment';
import { omit } from './omit';
import { toHtmlBody } from '../tickets/toHtmlBody';

export function toWireComment(comment: SimComment): Record<string, unknown> {
  return {
    ...omit(comment, 'ticket_id'),
    type: 'Comment',
    html_body: toHtmlBody(comment.body),
    plain_body: comment.body,
    attachments: [],
    metadata: { system: {}, custom: {} },
  };
}
