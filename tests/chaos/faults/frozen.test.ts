import { readFileSync } from 'node:fs';
import type { Person } from '../play/personAt';
import { titleOf } from './faultList';
import { readTags } from './world/readTags';
import { startFaultWorld } from './world/startFaultWorld';
import type { FaultWorld } from './world/startFaultWorld';
import { CHARGED_ONCE, tellOf } from './world/tellOf';
import { until } from './world/until';

jest.setTimeout(400_000);

let world: FaultWorld;

beforeAll(async () => {
  world = await startFaultWorld();
});
afterAll(() => world.close());

/** Whether a look of this bridge at the ticket has begun and not ended. */
function isLooking(logPath: string, ticketId: string): boolean {
  const lines = readFileSync(logPath, 'utf8').split('\n');
  const of = (message: string) =>
    lines.filter(
      (line) =>
        line.includes('"task":"reconcile_ticket"') &&
        line.includes(`"ticketId":"${ticketId}"`) &&
        line.includes(`"msg":"${message}"`),
    ).length;
  return of('job started') > of('job ended') + of('job failed');
}

it(titleOf('replica-frozen'), async () => {
  const { bridges, logPaths } = world.stage.world;

  // given: a replica that stands still while it looks at a ticket in technical support
  world.ways.zendesk.slow({ latencyMs: 300, bytesPerSecond: 1_000_000 });
  const [ticket] = (await world.openTickets(1)) as [string];
  let frozen = -1;
  await until('a bridge looks at the ticket', () => {
    frozen = logPaths.findIndex((path) => isLooking(path, ticket));
    return frozen >= 0;
  });
  bridges[frozen]!.freeze();
  world.ways.zendesk.heal();

  // when: the ticket is handed back, which nobody may do before the look that is under way has ended
  const ticketChange = { custom_fields: [{ id: world.stage.fields.line, value: 'sales' }] };
  await (world.stage.agents[0] as Person).call('PUT', `tickets/${ticket}`, { ticket: ticketChange });

  // then: the other one takes the work over, and the ticket is not charged any more
  await until('the other bridge has looked at it', async () =>
    (await readTags(world.stage, ticket)).includes('credit_free'),
  );

  // when: it goes on, then: should it decide on what it had read, the sweep finds that and the credit goes back
  bridges[frozen]!.thaw();
  const more = await world.openTickets(2);
  const outcome = await world.settle();
  expect(more.map((id) => tellOf(outcome, id))).toEqual(more.map(() => CHARGED_ONCE));
  expect([[], ['debit', 'refund']]).toContainEqual(tellOf(outcome, ticket).entries);
});
