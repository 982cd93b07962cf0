import type { Deed } from '../plan/life';
import type { Stage } from './Stage';

/** Deeds that are one update of the ticket by one agent. */
export type ChangeDeed = Extract<
  Deed,
  {
    kind:
      | 'agent_reply'
      | 'hand_over'
      | 'hand_back'
      | 'status'
      | 'requester'
      | 'command'
      | 'link'
      | 'unlink'
      | 'close';
  }
>;

/** The update as Zendesk takes it. */
export function toTicketChange(
  { fields, clients, defects }: Stage,
  deed: ChangeDeed,
): Record<string, unknown> {
  switch (deed.kind) {
    case 'agent_reply':
      return { comment: { body: 'We are looking.', public: deed.isPublic } };
    case 'hand_over':
      return { custom_fields: [{ id: fields.line, value: 'tech' }] };
    case 'hand_back':
      return {
        custom_fields: [{ id: fields.line, value: 'sales' }],
        ...(deed.saying === 'public' ? { comment: { body: 'Client care will answer.', public: true } } : {}),
      };
    case 'status':
      return { status: deed.status };
    case 'close':
      return { status: 'closed' };
    case 'requester':
      return { requester_id: clients[deed.client]?.userId };
    case 'command':
      return { custom_fields: [{ id: fields.action, value: `credit_action_${deed.action}` }] };
    case 'link':
      return { type: 'incident', problem_id: defects[deed.defect] };
    case 'unlink':
      return { type: 'question', problem_id: null };
  }
}
