import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DryRunRequest } from '../../src/contract/dryRun';
import { decideLineAtSubmit, TECH_TOPICS } from '../../src/domain/line/decideLineAtSubmit';
import { dryRun } from '../../src/use-cases/dry-run/dryRun';
import { reconcileTicket } from '../../src/use-cases/reconcileTicket';
import type { World } from './world';
import { openWorld } from './world';

jest.setTimeout(60_000);

let world: World;

beforeEach(async () => {
  world = await openWorld({ isCaching: true });
  world.addClient('900', 'anna@client.test', { spendCents: 20_000 });
  world.addClient('902', 'gold@client.test', { billingAccountId: '1002', partnerLevel: 'Gold' });
  world.desk.addUser({ id: '901', email: 'nobody@client.test' });
});
afterEach(() => world.close());

/** Every row of every table, by who wrote it last and where it lies, and how far every sequence came. */
async function readTrace(): Promise<unknown[]> {
  const { rows: tables } = await world.pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname in ('support_credits', 'graphile_worker') order by 1`,
  );
  const trace: unknown[] = [];
  for (const { name } of tables) {
    const { rows } = await world.pool.query(
      `select count(*) as rows, md5(string_agg(xmin::text || xmax::text || ctid::text, ',' order by ctid)) as written
         from ${name}`,
    );
    trace.push([name, rows[0]]);
  }
  const { rows } = await world.pool.query(
    `select schemaname, sequencename, last_value from pg_sequences order by 1, 2`,
  );
  return [...trace, rows];
}

/** Tries it, and fails when that left anything behind. */
async function tryOut(request: DryRunRequest) {
  const before = await readTrace();
  const tried = await dryRun(world.deps, request);
  expect(await readTrace()).toEqual(before);
  expect(before.length).toBeGreaterThan(15);
  return tried.ok ? tried.value : tried.reason;
}
const tryTicket = (ticketId: string) => tryOut({ kind: 'ticket', ticketId });

/** Client care gets the ticket back before technical support has replied (R6). */
function handBack(ticketId: string): void {
  world.desk.change(ticketId, { line: 'sales' });
  world.desk.histories.set(ticketId, {
    lineChanges: [
      { line: 'tech', at: '2026-11-22T10:00:00Z', actorId: '500' },
      { line: 'sales', at: '2026-11-22T11:00:00Z', actorId: '510' },
    ],
  });
}

const madeUp = {
  kind: 'made_up',
  billingAccountId: '1001',
  channel: 'form',
  line: 'tech',
  topic: null,
  at: null,
} as const;

describe('a dry run of a ticket', () => {
  it('says what is then decided in earnest, whatever that is, and writes nothing', async () => {
    const { desk } = world;
    for (const id of ['1', '2', '3', '4', '5']) desk.addTicket({ id });
    desk.addTicket({ id: '6', requesterId: '901' });
    desk.addTicket({ id: '7', requesterId: '902' });
    desk.addTicket({ id: '8', line: 'sales' });
    const lives: [string, () => void, string][] = [
      ['1', () => undefined, 'charge'],
      ['1', () => undefined, 'standing_charge'],
      ['2', () => undefined, 'charge'],
      ['3', () => undefined, 'charge'],
      ['6', () => undefined, 'identity'],
      ['7', () => undefined, 'charge'],
      ['8', () => undefined, 'client_care'],
      [
        '1',
        () =>
          desk.ask('1', { id: 'a1', actorId: '500', action: { kind: 'refund', reason: 'software_defect' } }),
        'command',
      ],
      ['2', () => desk.ask('2', { id: 'a2', actorId: '500', action: { kind: 'debit' } }), 'standing_charge'],
      ['2', () => handBack('2'), 'rule_refund'],
    ];
    const states: string[] = [];
    for (const [ticketId, happen, by] of lives) {
      happen();
      const tried = await tryTicket(ticketId);
      const decided = await reconcileTicket(world.deps, ticketId);
      if (typeof tried === 'string' || decided.kind !== 'decided')
        throw new Error(`${ticketId} is not decided`);
      const { creditState, reason, rules, entries } = tried.decision!;
      expect({ creditState, reason }).toEqual({ creditState: decided.creditState, reason: decided.reason });
      // What a client has earned is booked in earnest when billing is read, before the ticket is decided.
      const own = entries.filter(({ kind }) => kind !== 'grant');
      expect(own).toHaveLength(decided.entryKeys.length);
      expect(rules.filter((each) => each.decides)).toEqual([{ rule: by, decides: true }]);
      expect(rules.at(-1)?.rule).toBe(by);
      states.push(creditState);
      world.clock.advance(1_000);
    }
    expect(new Set(states)).toEqual(new Set(['debited', 'held', 'waived', 'free', 'refunded']));
  });

  it('names the refusal of an asking beside the rule that goes on', async () => {
    world.desk.addTicket({ id: '1' });
    await reconcileTicket(world.deps, '1');
    world.desk.ask('1', { id: 'a1', actorId: '500', action: { kind: 'debit' } });
    expect(await tryTicket('1')).toMatchObject({
      decision: {
        creditState: 'debited',
        answer: { outcome: 'refused', refusal: 'already_charged' },
        rules: [
          { rule: 'command', decides: false },
          { rule: 'rule_refund', decides: false },
          { rule: 'standing_charge', decides: true },
        ],
      },
    });
  });

  it('books on trial what a client never read before has earned, and waits while billing is away', async () => {
    world.desk.addTicket({ id: '1' });
    expect(await tryTicket('1')).toMatchObject({
      line: 'tech',
      billingAccountId: '1001',
      decision: {
        creditState: 'debited',
        entries: [
          { kind: 'grant', amountCredits: 1, reason: 'spend' },
          { kind: 'grant', amountCredits: 1, reason: 'spend' },
          { kind: 'debit', amountCredits: -1, reason: null },
        ],
      },
    });
    world.billing.isDown = true;
    expect(await tryTicket('1')).toMatchObject({
      decision: { creditState: 'pending', reason: 'billing_unavailable' },
    });
  });

  it('says that nothing is decided for a closed ticket without a charge, and knows no ticket that is gone', async () => {
    world.desk.addTicket({ id: '1', status: 'closed' });
    expect(await tryTicket('1')).toMatchObject({ line: 'tech', decision: null });
    expect(await tryTicket('2')).toBe('ticket_not_found');
  });
});

describe('a dry run of a ticket that nobody wrote', () => {
  it.each<[string, Partial<DryRunRequest>, string, string]>([
    ['of a client with credits', {}, 'tech', 'debited'],
    ['by mail, where no line is chosen', { channel: 'mail' }, 'sales', 'free'],
    ['with a technical topic and no line', { line: null, topic: 'install' }, 'tech', 'debited'],
    ['with a topic of client care and no line', { line: null, topic: 'pay' }, 'sales', 'free'],
    ['of a partner', { billingAccountId: '1002' }, 'tech', 'waived'],
    ['of somebody unknown', { billingAccountId: null }, 'tech', 'held'],
    ['of an account that is not there', { billingAccountId: '4040' }, 'tech', 'held'],
  ])('%s', async (_what, changes, line, creditState) => {
    const request = { ...madeUp, ...changes } as DryRunRequest;
    expect(await tryOut(request)).toMatchObject({ line, decision: { creditState } });
  });

  it('is decided at the time that is given', async () => {
    const at = '2027-03-01T10:00:00.000Z';
    expect(await tryOut({ ...madeUp, at })).toMatchObject({ at, decision: { creditState: 'debited' } });
  });
});

describe('the line of a ticket that is made up', () => {
  it('is what the first two triggers of the app give', () => {
    const file = readFileSync(join(__dirname, '../../requirements.json'), 'utf8');
    const { triggers } = JSON.parse(file) as { triggers: Record<string, Trigger> };
    const topics = triggers['support_credits_1_tech_topic']?.conditions.all.find(
      ({ operator, value }) => operator === 'includes' && value.startsWith('topic_'),
    );
    expect(topics?.value.split(' ')).toEqual(TECH_TOPICS.map((topic) => `topic_${topic}`));
    expect(triggers['support_credits_1_tech_topic']?.actions).toEqual([
      {
        field: 'current_tags',
        value: decideLineAtSubmit({ channel: 'form', line: undefined, topic: 'install' }),
      },
    ]);
    expect(triggers['support_credits_2_default_sales']?.actions).toEqual([
      {
        field: 'current_tags',
        value: decideLineAtSubmit({ channel: 'mail', line: undefined, topic: 'install' }),
      },
    ]);
  });
});

type Trigger = {
  conditions: { all: { field: string; operator: string; value: string }[] };
  actions: { field: string; value: string }[];
};
