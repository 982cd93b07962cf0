import type { FaultWorld } from './startFaultWorld';
import { tellOf } from './tellOf';
import type { Told } from './tellOf';

/** Everything settles, all checks hold, and exactly this came of each of the tickets. */
export async function expectTold(world: FaultWorld, tickets: readonly string[], told: Told): Promise<void> {
  const outcome = await world.settle();
  expect(tickets.map((id) => tellOf(outcome, id))).toEqual(tickets.map(() => told));
}
