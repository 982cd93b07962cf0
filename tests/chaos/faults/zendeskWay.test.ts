import type { Person } from '../play/personAt';
import { titleOf } from './faultList';
import { BULK_UPDATE, UPDATE } from './world/asked';
import { expectTold } from './world/expectTold';
import { readTags } from './world/readTags';
import { startFaultWorld } from './world/startFaultWorld';
import type { FaultWorld } from './world/startFaultWorld';
import { CHARGED_ONCE } from './world/tellOf';
import { until } from './world/until';

jest.setTimeout(180_000);

let world: FaultWorld;

beforeAll(async () => {
  world = await startFaultWorld();
});
// Also after a test that failed, so that the next one begins with ways that lead there.
afterEach(() => Object.values(world.ways).forEach((way) => way.heal()));
afterAll(() => world.close());

const hasFailed = async () =>
  (
    await world.query(`select from graphile_worker.jobs where task_identifier = 'reconcile_ticket'
                         and last_error is not null`)
  ).length > 0;

describe('the way to Zendesk', () => {
  it(titleOf('zendesk-cut'), async () => {
    world.ways.zendesk.cut();
    const tickets = await world.openTickets(3);
    await until('a look has failed', hasFailed);
    await expectTold(world, tickets, CHARGED_ONCE);
  });

  it(titleOf('zendesk-slow'), async () => {
    world.ways.zendesk.slow({ latencyMs: 1_000, bytesPerSecond: 1_000_000 });
    const tickets = await world.openTickets(3);
    await until('a look has failed', hasFailed);
    await expectTold(world, tickets, CHARGED_ONCE);
  });

  it.each(['to_client', 'to_server'] as const)(
    `${titleOf('zendesk-half-closed')} (%s)`,
    async (direction) => {
      const closed = world.ways.zendesk.once({ asked: UPDATE, kind: 'half_close', direction });
      const tickets = await world.openTickets(2);
      await closed;
      await expectTold(world, tickets, CHARGED_ONCE);
    },
  );

  it(titleOf('zendesk-answer-cut-short'), async () => {
    const lost = world.ways.zendesk.once({ asked: UPDATE, kind: 'lose_answer', afterBytes: 40 });
    const tickets = await world.openTickets(2);
    await lost;
    await expectTold(world, tickets, CHARGED_ONCE);
  });

  it(titleOf('zendesk-bulk-answer-lost'), async () => {
    const { agents, defects } = world.stage;
    const [agent, lead] = agents as [Person, Person];
    const tickets = await world.openTickets(3);
    for (const id of tickets) {
      await agent.call('PUT', `tickets/${id}`, { ticket: { type: 'incident', problem_id: defects[0] } });
    }
    await expectTold(world, tickets, CHARGED_ONCE);
    const lost = world.ways.zendesk.once({ asked: BULK_UPDATE, kind: 'lose_answer' });
    await lead.call('PUT', `tickets/${defects[0]}/tags`, { tags: ['software_defect'] });
    await lost;
    await until('the tickets say it though nobody heard that they do', async () => {
      const tags = await Promise.all(tickets.map((id) => readTags(world.stage, id)));
      return tags.every((each) => each.includes('credit_refunded'));
    });
    await expectTold(world, tickets, { entries: ['debit', 'refund'], says: ['credit_refunded'], notes: 2 });
  });
});
