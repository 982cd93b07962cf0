import fc from 'fast-check';
import type { Line } from '../../../../src/domain/line/line';
import type { Command, CommandAction } from '../../../../src/domain/tickets/command';
import { ACCOUNTS, CALLERS, OPERATIONS, timeAt } from './world';

/**
 * A look at a ticket, with what an agent asks for in it. Billing cannot be asked at that moment, or what it says is booked
 * already, or the look itself books it.
 */
export type Look = {
  kind: 'look';
  account: string;
  ticketId: string;
  line: Line;
  billing: 'away' | 'booked' | 'news';
  command: Command | undefined;
};

/** An operator's grant or correction downwards. */
export type Given = {
  kind: 'given';
  deed: 'grant' | 'adjustment';
  account: string;
  key: string;
  credits: number;
  expiresAt: string | undefined;
  isDebtAllowed: boolean;
  isDryRun: boolean;
};

/** What billing says now is booked, apart from any ticket. */
export type Sync = { kind: 'sync'; account: string };

/** One thing that a caller does. `expire` and `sweep` are the two jobs of time, over all accounts. */
export type Operation = Look | Given | Sync | { kind: 'expire' } | { kind: 'sweep' };

/** What another caller does in its turn too: the same to the letter, or with the same key and one credit more. */
type Echo = { kind: 'echo'; ofCaller: number; isChanged: boolean };
type Place = { caller: number; index: number };

const account = fc.constantFrom(...ACCOUNTS);
const action: fc.Arbitrary<CommandAction | undefined> = fc.oneof(
  { weight: 60, arbitrary: fc.constant(undefined) },
  { weight: 12, arbitrary: fc.constant({ kind: 'debit' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'waive' as const }) },
  { weight: 4, arbitrary: fc.constant({ kind: 'recheck' as const }) },
  {
    weight: 22,
    arbitrary: fc.record({
      kind: fc.constant('refund' as const),
      reason: fc.constantFrom('software_defect', 'goodwill', 'out_of_scope', 'hotfix'),
    }),
  },
);

/** Tickets of the account come one after another; the twenty newest are those that things happen to. */
const look = fc
  .record({
    account,
    nth: fc.nat(19),
    line: fc.constantFrom<Line[]>('tech', 'tech', 'tech', 'tech', 'sales'),
    billing: fc.nat(19).map((n) => (n === 0 ? 'away' : n < 5 ? 'news' : 'booked')),
    actorRole: fc.nat(29).map((n) => (n > 0 ? ('admin' as const) : undefined)),
    action,
  })
  .map(({ nth, action, actorRole, ...rest }) => ({ caller, index }: Place): Look => {
    const newest = Math.floor(index / 10) + nth;
    const ticketId = `${rest.account}${String(newest).padStart(4, '0')}`;
    const id = `audit-${caller}-${index}`;
    const command = action && { id, action, actorId: '500', actorRole, actorGroupIds: [] };
    return { kind: 'look', ...rest, ticketId, command };
  });

const given = fc
  .record({
    account,
    deed: fc.constantFrom<Given['deed'][]>('grant', 'grant', 'adjustment'),
    credits: fc.integer({ min: 1, max: 3 }),
    endsAfter: fc.option(fc.integer({ min: 1, max: 120 }), { nil: undefined }),
    isDebtAllowed: fc.boolean(),
    isDryRun: fc.nat(3).map((n) => n === 0),
  })
  .map(({ endsAfter, ...rest }) => ({ caller, index }: Place): Given => ({
    kind: 'given',
    ...rest,
    key: `given:${rest.account}:${caller}-${index}`,
    expiresAt: endsAfter === undefined ? undefined : timeAt(index + endsAfter),
  }));

const sync = account.map((each) => (): Sync => ({ kind: 'sync', account: each }));

const echo = fc
  .record({ ofCaller: fc.nat(CALLERS - 1), isChanged: fc.nat(4).map((n) => n === 0) })
  .map((drawn) => (): Echo => ({ kind: 'echo', ...drawn }));

const drawn = fc.oneof(
  { weight: 730, arbitrary: look },
  { weight: 50, arbitrary: sync },
  { weight: 100, arbitrary: given },
  { weight: 110, arbitrary: echo },
  { weight: 5, arbitrary: fc.constant((): Operation => ({ kind: 'expire' })) },
  { weight: 5, arbitrary: fc.constant((): Operation => ({ kind: 'sweep' })) },
);

/** What each caller does, in order: the same in every run. */
export function drawOperations(): Operation[][] {
  const lists = Array.from({ length: CALLERS }, (_, caller) =>
    fc
      .sample<(place: Place) => Operation | Echo>(drawn, { numRuns: OPERATIONS, seed: caller + 1 })
      .map((make, index) => make({ caller, index })),
  );
  return lists.map((list) => list.map((operation, index) => resolve(operation, lists, index)));
}

function resolve(operation: Operation | Echo, lists: (Operation | Echo)[][], index: number): Operation {
  if (operation.kind !== 'echo') return operation;
  const other = lists[operation.ofCaller]?.[index];
  if (other === undefined || other.kind === 'echo') return { kind: 'sweep' };
  const isChanged = operation.isChanged && other.kind === 'given';
  return isChanged ? { ...other, credits: other.credits + 1 } : other;
}
