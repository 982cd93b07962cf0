import type { SimAudit } from '../entities/SimAudit';
import type { SimComment } from '../entities/SimComment';
import type { SimInstallation } from '../entities/SimInstallation';
import type { SimInvocation } from '../entities/SimInvocation';
import type { SimJob } from '../entities/SimJob';
import type { SimTicket } from '../entities/SimTicket';
import type { SimTicketField } from '../entities/SimTicketField';
import type { SimTrigger } from '../entities/SimTrigger';
import type { SimUser } from '../entities/SimUser';
import type { SimUserField } from '../entities/SimUserField';
import type { SimWebhook } from '../entities/SimWebhook';
import { buildCollection } from './Collection';
import type { Collection, IndexedCollection } from './Collection';
import { buildIdSource } from './IdSource';
import type { IdSource } from './IdSource';

/** Everything the simulated account holds. Only the rooms of the core write to it; pages read. */
export type World = {
  users: IndexedCollection<number, SimUser, 'email' | 'external_id'>;
  /** By `problem` are the incidents of a problem, by `deleted` those that can be restored. Deleted ones are found too. */
  tickets: IndexedCollection<number, SimTicket, TicketIndex>;
  comments: IndexedCollection<number, SimComment, 'ticket'>;
  audits: IndexedCollection<number, SimAudit, 'ticket'>;
  jobs: Collection<string, SimJob>;
  ticketFields: Collection<number, SimTicketField>;
  userFields: Collection<number, SimUserField>;
  triggers: Collection<number, SimTrigger>;
  webhooks: Collection<string, SimWebhook>;
  invocations: Collection<string, SimInvocation>;
  installation(): SimInstallation | undefined;
  setInstallation(installation: SimInstallation | undefined): void;
  ids: IdSource;
};

type TicketIndex = 'requester' | 'problem' | 'type' | 'followup_source' | 'deleted';

/** An empty world; `onChange` is called after each change of anything in it. */
export function buildWorld(onChange: () => void = () => undefined): World {
  let installed: SimInstallation | undefined;
  return {
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
    ticketFields: buildCollection(onChange),
    userFields: buildCollection(onChange),
    triggers: buildCollection(onChange),
    webhooks: buildCollection(onChange),
    invocations: buildCollection(onChange),
    installation: () => installed,
    setInstallation(installation) {
      installed = installation;
      onChange();
    },
    ids: buildIdSource(onChange),
  };
}

/** The user with this address, whatever its case. */
export function findUserByEmail(world: World, email: string): SimUser | undefined {
  return world.users.by('email', email.trim().toLowerCase())[0];
}
