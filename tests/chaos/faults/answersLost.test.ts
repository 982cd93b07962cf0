import type { Outcome } from '../check/outcome';
import { titleOf } from './faultList';
import { COMMITTED, DEBIT_AND_COMMIT, UPDATE } from './world/asked';
import { startFaultWorld } from './world/startFaultWorld';
import type { FaultWorld } from './world/startFaultWorld';
import { CHARGED_ONCE, tellOf } from './world/tellOf';

jest.setTimeout(120_000);

let world: FaultWorld;
let tickets: string[];
let writtenBefore: number;
let outcome: Outcome;

// What was done without our hearing of it is where a second try would do it twice. Both happen in one world: the suite has them too.
beforeAll(async () => {
  world = await startFaultWorld({ bridgeCount: 1 });
  const { postgres, zendesk } = world.ways;
  const committed = postgres.once({ asked: DEBIT_AND_COMMIT, kind: 'lose_answer', answered: COMMITTED });
  const updated = zendesk.once({ asked: UPDATE, kind: 'lose_answer' });
  tickets = await world.openTickets(2);
  await committed;
  const debits = await world.query(`select from support_credits.ledger_entries where kind = 'debit'`);
  writtenBefore = debits.length;
  await updated;
  outcome = await world.settle();
});
afterAll(() => world.close());

describe('an answer that is lost', () => {
  it(titleOf('postgres-commit-answer-lost'), () => {
    expect(writtenBefore).toBeGreaterThan(0);
    expect(tickets.map((id) => tellOf(outcome, id).entries)).toEqual(tickets.map(() => ['debit']));
  });

  it(titleOf('zendesk-answer-lost'), () => {
    expect(tickets.map((id) => tellOf(outcome, id))).toEqual(tickets.map(() => CHARGED_ONCE));
  });
});
