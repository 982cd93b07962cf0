import { readWireTime } from '../Desk';
import type { Desk, Origin } from '../Desk';
import type { SimAudit } from '../entities/SimAudit';
import type { SimTicket } from '../entities/SimTicket';
import { buildTicketVia, OTHER_VIA_IDS } from '../entities/Via';
import { applyChanges } from './applyChanges';
import { saveUpdate } from './saveUpdate';
import type { NewComment, TicketChanges } from './TicketChanges';

export type NewTicket = TicketChanges & {
  requester_id: number;
  comment: NewComment;
  /** The closed ticket that this one goes on with. */
  followUpOf?: SimTicket | undefined;
};

/**
 * Creates a ticket with its first comment and runs the triggers on it. `changes` are already checked. A follow-up takes over
 * tags, subject and field values of the closed ticket, not its priority, type, group or assignee (support.zendesk.com
 * 4408883882522); tags that are given replace those taken over.
 */
export function createTicket(
  desk: Desk,
  { followUpOf, ...changes }: NewTicket,
  asked: Origin,
): { ticket: SimTicket; audit: SimAudit } {
  const origin = followUpOf === undefined ? asked : toFollowUpOrigin(asked, followUpOf);
  const ticket = { ...buildTicket(desk, changes, origin), ...(followUpOf && readInherited(followUpOf)) };
  applyChanges(ticket, changes, desk.world);
  const audit = saveUpdate(desk, { ticket, before: undefined, comment: changes.comment, origin });
  return { ticket, audit };
}

function buildTicket(desk: Desk, changes: NewTicket, origin: Origin): SimTicket {
  const now = readWireTime(desk.clock);
  return {
    id: desk.world.ids.nextTicketId(),
    subject: changes.subject ?? '',
    description: changes.comment.body,
    status: 'new',
    type: null,
    priority: null,
    requester_id: changes.requester_id,
    submitter_id: origin.actor.id,
    assignee_id: null,
    group_id: null,
    organization_id: null,
    problem_id: null,
    external_id: null,
    tags: [],
    custom_fields: {},
    via: origin.via,
    via_id: origin.viaId,
    is_public: changes.comment.public,
    created_at: now,
    updated_at: now,
    generated_timestamp: 0,
    deleted: false,
  };
}

function toFollowUpOrigin({ actor }: Origin, source: SimTicket): Origin {
  return { actor, via: buildTicketVia('follow_up', [source]), viaId: OTHER_VIA_IDS.followUp };
}

function readInherited(source: SimTicket): Partial<SimTicket> {
  const { subject, tags, custom_fields, organization_id } = source;
  return structuredClone({ subject, tags, custom_fields, organization_id, followup_source_id: source.id });
}
