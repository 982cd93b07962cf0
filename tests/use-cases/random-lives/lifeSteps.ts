import fc from 'fast-check';
import type { CommandAction } from '../../../src/domain/tickets/command';

/** Tickets that a life begins with; follow-ups come on top. */
export const FIRST_TICKETS = 3;

/** Something that happens to one of the tickets, by its place among them, or to the world around them. */
export type LifeStep =
  | { kind: 'line'; ticket: number; line: 'tech' | 'sales' | undefined }
  | { kind: 'reply'; ticket: number }
  | { kind: 'requester'; ticket: number; person: number }
  | { kind: 'defect'; ticket: number; isLinked: boolean }
  | { kind: 'close'; ticket: number }
  | { kind: 'merge'; ticket: number; target: number }
  | { kind: 'follow_up'; ticket: number; person: number; afterDays: number }
  | { kind: 'remove'; ticket: number }
  | { kind: 'restore'; ticket: number }
  | { kind: 'command'; ticket: number; action: CommandAction; isByAgent: boolean }
  | { kind: 'billing'; isDown: boolean }
  | { kind: 'spend'; person: number; credits: number };

const ticket = fc.nat({ max: 5 });
const person = fc.nat({ max: 3 });
const action = fc.constantFrom<CommandAction>(
  { kind: 'debit' },
  { kind: 'waive' },
  { kind: 'recheck' },
  { kind: 'new_problem' },
  { kind: 'refund', reason: 'hotfix' },
  { kind: 'refund', reason: 'software_defect' },
);

/** One step, and whether the event that tells of it is lost. */
export const lifeStep = fc.record({
  isEventLost: fc.boolean(),
  step: fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('line'),
        ticket,
        line: fc.constantFrom('tech', 'tech', 'sales', undefined),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('reply'), ticket }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('requester'), ticket, person }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('defect'), ticket, isLinked: fc.boolean() }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('close'), ticket }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('merge'), ticket, target: ticket }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('follow_up'),
        ticket,
        person,
        afterDays: fc.constantFrom(1, 29, 31),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove'), ticket }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('restore'), ticket }) },
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('command'), ticket, action, isByAgent: fc.boolean() }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('billing'), isDown: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('spend'), person, credits: fc.nat({ max: 6 }) }) },
  ) satisfies fc.Arbitrary<LifeStep>,
});
