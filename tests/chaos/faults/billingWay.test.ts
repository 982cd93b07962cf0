import { titleOf } from './faultList';
import { EXPENSES } from './world/asked';
import { expectTold } from './world/expectTold';
import { readTags } from './world/readTags';
import { startFaultWorld } from './world/startFaultWorld';
import type { FaultWorld } from './world/startFaultWorld';
import { CHARGED_ONCE } from './world/tellOf';
import { until } from './world/until';

jest.setTimeout(180_000);

let world: FaultWorld;

// Each test has clients of its own, of whom nothing is remembered yet: what billing said lately would do.
beforeAll(async () => {
  world = await startFaultWorld();
});
// Also after a test that failed, so that the next one begins with ways that lead there.
afterEach(() => Object.values(world.ways).forEach((way) => way.heal()));
afterAll(() => world.close());

describe('the way to BILLmanager', () => {
  it.each([
    [titleOf('billing-cut'), () => world.ways.billing.cut()],
    [titleOf('billing-slow'), () => world.ways.billing.slow({ latencyMs: 1_500, bytesPerSecond: 1_000_000 })],
  ])('%s', async (_title, fail) => {
    fail();
    const tickets = await world.openTickets(2);
    await until('both tickets say that they are pending', async () => {
      const tags = await Promise.all(tickets.map((id) => readTags(world.stage, id)));
      return tags.every((each) => each.includes('credit_pending'));
    });
    await expectTold(world, tickets, CHARGED_ONCE);
  });

  it.each([
    [
      titleOf('billing-half-closed'),
      { asked: EXPENSES, kind: 'half_close', direction: 'to_client' } as const,
    ],
    [titleOf('billing-answer-cut-short'), { asked: EXPENSES, kind: 'lose_answer', afterBytes: 200 } as const],
  ])('%s', async (_title, incident) => {
    const happened = world.ways.billing.once(incident);
    const tickets = await world.openTickets(1);
    await happened;
    await expectTold(world, tickets, CHARGED_ONCE);
  });
});
