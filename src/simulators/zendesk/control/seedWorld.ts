import { SimulatorInputError } from '../../kit/control';
import type { Desk } from '../Desk';
import { USER_ROLES } from '../entities/SimUser';
import { buildVia, VIA_IDS } from '../entities/Via';
import type { Channel } from '../entities/Via';
import { VendorError } from '../errors/VendorError';
import { findOrCreateUser } from '../rest/findRequester';
import { buildUser } from '../seed/seedUsers';
import { createTicket } from '../tickets/createTicket';
import { parseTicketInput } from '../tickets/parseTicketInput';
import { parseUserInput } from '../users/parseUserInput';
import { withIdentities } from '../users/withIdentities';
import { isRecord } from '../wire/isRecord';
import { findUserByEmail } from '../world/World';

/**
 * `/_control/seed`: `{"users": [{email, name?, role?, locale?, verified?, identities?, user_fields?…}], "tickets":
 * [{requester: email, subject?, body?, via?: web|email|api, fields?: {<requirement identifier>: value}, …as in POST
 * /tickets}]}`. `verified` is the address's; `identities: [{type: "phone_number", value, verified}]` come beside it.
 * A user with a known address is updated. Tickets run the triggers, like any ticket. Answers the ids.
 */
export function seedWorld(desk: Desk, body: unknown): { users: number[]; tickets: number[] } {
  const input = body ?? {};
  if (!isRecord(input)) throw new SimulatorInputError('The seed is {"users": [...], "tickets": [...]}.');
  const { users, tickets, ...others } = input;
  const unknown = Object.keys(others)[0];
  if (unknown !== undefined)
    throw new SimulatorInputError(`The seed knows users and tickets, not ${unknown}.`);
  try {
    return {
      users: toRecords(users, 'users').map((user) => seedUser(desk, user)),
      tickets: toRecords(tickets, 'tickets').map((ticket) => seedTicket(desk, ticket)),
    };
  } catch (error) {
    if (error instanceof VendorError) throw new SimulatorInputError(JSON.stringify(error.body));
    throw error;
  }
}

function seedUser(desk: Desk, input: Record<string, unknown>): number {
  const email = readEmail(input.email);
  const { verified, identities, ...changes } = parseUserInput(input, desk.world);
  const known = findUserByEmail(desk.world, email);
  const user =
    known ??
    buildUser(desk, {
      email,
      name: changes.name ?? email,
      role: USER_ROLES.find((role) => role === input.role) ?? 'end-user',
      locale: changes.locale ?? 'en-US',
    });
  const user_fields = { ...user.user_fields, ...changes.user_fields };
  const identified = withIdentities(desk, user, { verified, identities });
  return desk.world.users.put({ ...identified, ...changes, email, user_fields }).id;
}

function seedTicket(desk: Desk, input: Record<string, unknown>): number {
  const { requester, body, via, fields, ...more } = input;
  const actor = findOrCreateUser(desk, readEmail(requester));
  const channel = readChannel(via);
  const text = typeof body === 'string' ? body : 'Seeded';
  const custom_fields = more.custom_fields ?? toFieldList(desk, fields);
  const changes = parseTicketInput({ ...more, comment: { body: text }, custom_fields }, desk.world, actor);
  const comment = changes.comment ?? { body: text, public: true, authorId: actor.id };
  const origin = { actor, via: buildVia(channel), viaId: VIA_IDS[channel] };
  return createTicket(desk, { subject: 'Seeded', ...changes, comment, requester_id: actor.id }, origin).ticket
    .id;
}

function toFieldList(desk: Desk, fields: unknown): { id: number; value: unknown }[] {
  const requirements = desk.world.installation()?.requirements ?? [];
  return Object.entries(isRecord(fields) ? fields : {}).map(([identifier, value]) => {
    const made = requirements.find(
      (one) => one.requirement_type === 'ticket_fields' && one.identifier === identifier,
    );
    if (made === undefined) throw new SimulatorInputError(`The app has no ticket field ${identifier}.`);
    return { id: Number(made.requirement_id), value };
  });
}

function readChannel(via: unknown): Channel {
  if (via === undefined) return 'web';
  if (typeof via === 'string' && Object.hasOwn(VIA_IDS, via)) return via as Channel;
  throw new SimulatorInputError(`via is one of ${Object.keys(VIA_IDS).join(', ')}.`);
}

function toRecords(input: unknown, name: string): Record<string, unknown>[] {
  if (input === undefined) return [];
  if (Array.isArray(input) && input.every(isRecord)) return input;
  throw new SimulatorInputError(`${name} is a list of objects.`);
}

function readEmail(input: unknown): string {
  if (typeof input === 'string' && /^\S+@\S+$/.test(input)) return input;
  throw new SimulatorInputError(`${JSON.stringify(input)} is not an e-mail address.`);
}
