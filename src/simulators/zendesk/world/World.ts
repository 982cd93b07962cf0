import type { SimAudit } from '../entities/SimAudit';
import type { SimComment } from '../entities/SimComment';
import type { SimInstallation } from '../entities/SimInstallation';
import type { SimInvocation } from '../entities/SimInvocation';
import type { SimTicket } from '../entities/SimTicket';
import type { SimTicketField } from '../entities/SimTicketField';
import type { SimTrigger } from '../entities/SimTrigger';
import type { SimUser } from '../entities/SimUser';
import type { SimUserField } from '../entities/SimUserField';
import type { SimWebhook } from '../entities/SimWebhook';
import { buildCollection } from './Collection';
import type { Collection } from './Collection';
import { buildIdSource } from './IdSource';
import type { IdSource } from './IdSource';

/** Everything the simulated account holds. Only the rooms of the core write to it; pages read. */
export type World = {
  users: Collection<number, SimUser>;
  tickets: Collection<number, SimTicket>;
  comments: Collection<number, SimComment>;
  audits: Collection<number, SimAudit>;
  ticketFields: Collection<number, SimTicketField>;
  userFields: Collection<number, SimUserField>;
  triggers: Collection<number, SimTrigger>;
  webhooks: Collection<string, SimWebhook>;
  invocations: Collection<string, SimInvocation>;
  installation(): SimInstallation | undefined;
  setInstallation(installation: SimInstallation | undefined): void;
  ids: IdSource;
};

/** An empty world; `onChange` is called after each change of anything in it. */
export function buildWorld(onChange: () => void = () => undefined): World {
  let installed: SimInstallation | undefined;
  return {
    users: buildCollection(onChange),
    tickets: buildCollection(onChange),
    comments: buildCollection(onChange),
    audits: buildCollection(onChange),
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
  const wanted = email.trim().toLowerCase();
  return world.users.find((user) => user.email.toLowerCase() === wanted);
}
