import type { Caller } from '../access/Caller';
import type { Desk } from '../Desk';
import type { SimTicket } from '../entities/SimTicket';
import type { SimUser } from '../entities/SimUser';
import { buildRecordInvalid } from '../errors/VendorError';
import { createTicket } from '../tickets/createTicket';
import { parseTicketInput } from '../tickets/parseTicketInput';
import type { TicketChanges } from '../tickets/TicketChanges';
import { isRecord } from '../wire/isRecord';
import type { World } from '../world/World';
import { findRequester } from './findRequester';
import { toOrigin } from './require';

/**
 * Creates the ticket that an agent asks for, for whom they name: by id, by address, else the requester of the closed ticket that
 * it follows up, else themselves. Throws 400 or 422.
 */
export function createFromInput(desk: Desk, input: unknown, caller: Caller): SimTicket {
  const { world } = desk;
  const changes = parseTicketInput(toCommentForm(input), world, caller.user);
  const { comment } = changes;
  if (comment === undefined) {
    throw buildRecordInvalid({
      field: 'base',
      description: 'Description: cannot be blank',
      error: 'BlankValue',
    });
  }
  const followUpOf = readFollowUpSource(input, world);
  const byDefault = (followUpOf && world.users.get(followUpOf.requester_id)) ?? caller.user;
  const named = changes.requester_id === undefined ? undefined : world.users.get(changes.requester_id);
  const requester = named ?? findRequester(desk, input, byDefault);
  requireNotSuspended(requester);
  const asked = { ...changes, requester_id: requester.id, comment, followUpOf };
  return createTicket(desk, asked, toOrigin(caller)).ticket;
}

/**
 * The closed ticket that `via_followup_source_id` names. It has no effect for any other ticket (the vendor's «Creating a follow-up
 * ticket»).
 */
export function readFollowUpSource(input: unknown, world: World): SimTicket | undefined {
  const id = isRecord(input) ? Number(input.via_followup_source_id) : NaN;
  const source = world.tickets.get(id);
  return source?.status === 'closed' && !source.deleted ? source : undefined;
}

/** Refuses with 422 to give a ticket to another requester who is shut out. */
export function requireRequester(
  world: World,
  current: SimTicket,
  { requester_id: id }: TicketChanges,
): void {
  const requester = id === undefined ? undefined : world.users.get(id);
  if (requester !== undefined && id !== current.requester_id) requireNotSuspended(requester);
}

/** A person who is shut out gets no ticket, not even from an agent; the wording is from memory. */
function requireNotSuspended(requester: SimUser): void {
  if (requester.suspended !== true) return;
  throw buildRecordInvalid({
    field: 'requester',
    description: `Requester: ${requester.name} is suspended.`,
    error: 'InvalidValue',
  });
}

/** On create a `description` may stand for the first comment. */
function toCommentForm(input: unknown): unknown {
  if (!isRecord(input) || input.comment !== undefined || input.description === undefined) return input;
  return { ...input, comment: { body: input.description } };
}
