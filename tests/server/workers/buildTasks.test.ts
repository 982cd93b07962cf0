import { buildSweepMemory } from '../../../src/adapters/postgres/buildSweepMemory';
import { buildReports } from '../../../src/adapters/postgres/buildReports';
import { buildWorkLists } from '../../../src/adapters/postgres/buildWorkLists';
import { buildLedgerProof } from '../../../src/adapters/postgres/verify/buildLedgerProof';
import { buildVerificationMemory } from '../../../src/adapters/postgres/verify/buildVerificationMemory';
import { NO_TELEMETRY } from '../../../src/use-cases/ports/telemetry';
import { buildTasks } from '../../../src/server/workers/buildTasks';
import { FakeChangedTickets } from '../../use-cases/fakeChangedTickets';
import { openWorld } from '../../use-cases/world';
import type { World } from '../../use-cases/world';

let world: World;
let tasks: ReturnType<typeof buildTasks>;

beforeEach(async () => {
  world = await openWorld();
  tasks = buildTasks({
    ...world.deps,
    changedTickets: new FakeChangedTickets(),
    sweepMemory: buildSweepMemory(world.pool),
    reports: buildReports(world.pool),
    proof: buildLedgerProof(world.pool),
    verificationMemory: buildVerificationMemory(world.pool),
    telemetry: NO_TELEMETRY,
    workLists: buildWorkLists(world.pool),
  });
  world.addClient('900', 'client@client.test', { spendCents: 10_000 });
  world.desk.addTicket({ id: '7' });
});
afterEach(() => world.close());

describe('what open sidebars are told', () => {
  it('is told once the ledger has it, and not while it is decided', async () => {
    await tasks.reconcile_ticket('7');
    expect(world.openSidebars.told).toEqual([]);
    await tasks.bring_ticket_in_line('7');
    await tasks.bring_requester_in_line('900');
    expect(world.openSidebars.told).toEqual(['ticket 7', 'account 1001']);
  });

  it('is told although the ticket itself cannot be written just now', async () => {
    await tasks.reconcile_ticket('7');
    world.desk.loseNextAnswer = true;
    await expect(tasks.bring_ticket_in_line('7')).rejects.toThrow();
    expect(world.openSidebars.told).toEqual(['ticket 7']);
  });

  it('is the account, after it was read, even when nothing changed: somebody may wait for the age of the data', async () => {
    await tasks.refresh_account('1001');
    expect(world.openSidebars.told).toEqual(['account 1001']);
  });

  it('is nothing of a requester who is no client', async () => {
    world.desk.addUser({ id: '901', email: 'nobody@client.test' });
    world.desk.addTicket({ id: '8', requesterId: '901' });
    await tasks.reconcile_ticket('8');
    await tasks.bring_requester_in_line('901');
    expect(world.openSidebars.told).toEqual([]);
  });
});
