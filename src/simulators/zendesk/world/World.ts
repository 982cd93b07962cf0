import type { SimAudit } from '../entities/SimAudit';
import type { SimComment } from '../entities/SimComment';
import type { SimGroup, SimGroupMembership } from '../entities/SimGroup';
import type { SimInvocation } from '../entities/SimInvocation';
import type { SimJob } from '../entities/SimJob';
import type { SimMacro } from '../entities/SimMacro';
import type { SimMail } from '../entities/SimMail';
import type { SimTicket } from '../entities/SimTicket';
import type { SimTicketField } from '../entities/SimTicketField';
import type { SimTicketForm } from '../entities/SimTicketForm';
import type { SimTrigger } from '../entities/SimTrigger';
import type { SimTriggerUse } from '../entities/SimTriggerUse';
import type { SimUser } from '../entities/SimUser';
import type { SimUserField } from '../entities/SimUserField';
import type { SimView } from '../entities/SimView';
import type { SimWebhook } from '../entities/SimWebhook';
import { buildInstallations } from './buildInstallations';
import type { Installations } from './buildInstallations';
import { buildCollection } from './Collection';
import type { Collection, IndexedCollection } from './Collection';
import { buildIdSource } from './IdSource';
import type { IdSource } from './IdSource';

/** Everything the simulated account holds. Only the rooms of the core write to it; pages read. */
export type World = Installations & {
  users: IndexedCollection<number, SimUser, 'email' | 'external_id'>;
  /** By `problem` are the incidents of a problem, by `deleted` those that can be restored. Deleted ones are found too. */
  tickets: IndexedCollection<number, SimTicket, TicketIndex>;
  comments: IndexedCollection<number, SimComment, 'ticket'>;
  audits: IndexedCollection<number, SimAudit, 'ticket'>;
  jobs: Collection<string, SimJob>;
  mails: IndexedCollection<number, SimMail, 'to' | 'ticket'>;
  groups: Collection<number, SimGroup>;
  groupMemberships: IndexedCollection<number, SimGroupMembership, 'user'>;
  ticketFields: Collection<number, SimTicketField>;
  ticketForms: Collection<number, SimTicketForm>;
  userFields: Collection<number, SimUserField>;
  triggers: Collection<number, SimTrigger>;
  triggerUses: IndexedCollection<string, SimTriggerUse, 'trigger'>;
  macros: Collection<number, SimMacro>;
  views: Collection<number, SimView>;
  webhooks: Collection<string, SimWebhook>;
  invocations: IndexedCollection<string, SimInvocation, 'webhook'>;
  ids: IdSource;
};

type TicketIndex = 'requester' | 'problem' | 'type' | 'followup_source' | 'deleted';

/** An empty world; `onChange` is called after each change of anything in it. */
export function buildWorld(onChange: () => void = () => undefined): World {
  return {
    ...buildInstallations(onChange),
    users: buildCollection(onChange, {
      email: ({ email }) => email.toLowerCase(),
      external_id: ({ external_id: id }) => id?.toLowerCase() ?? null,
    }),
    tickets: buildCollection(onChange, {
      requester: ({ requester_id }) => requester_id,
      problem: ({ problem_id }) => problem_id,
      type: ({ type }) => type,
      followup_source: ({ followup_source_id }) => followup_source_id ?? null,
      deleted: ({ deletion }) => (deletion?.isPermanent === false ? 'yes' : null),
    }),
    comments: buildCollection(onChange, { ticket: ({ ticket_id }) => ticket_id }),
    audits: buildCollection(onChange, { ticket: ({ ticket_id }) => ticket_id }),
    jobs: buildCollection(onChange),
    mails: buildCollection(onChange, {
      to: ({ to }) => to.toLowerCase(),
      ticket: ({ ticket_id }) => ticket_id,
    }),
    groups: buildCollection(onChange),
    groupMemberships: buildCollection(onChange, { user: ({ user_id }) => user_id }),
    ticketFields: buildCollection(onChange),
    ticketForms: buildCollection(onChange),
    userFields: buildCollection(onChange),
    triggers: buildCollection(onChange),
    triggerUses: buildCollection(onChange, { trigger: ({ trigger_id }) => trigger_id }),
    macros: buildCollection(onChange),
    views: buildCollection(onChange),
    webhooks: buildCollection(onChange),
    invocations: buildCollection(onChange, { webhook: ({ webhook_id }) => webhook_id }),
    ids: buildIdSource(onChange),
  };
}

/** The user with this address, whatever its case. */
export function findUserByEmail(world: World, email: string): SimUser | undefined {
  return world.users.by('email', email.trim().toLowerCase())[0];
}
