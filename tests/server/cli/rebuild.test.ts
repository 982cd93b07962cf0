import { buildSweepMemory } from '../../../src/adapters/postgres/buildSweepMemory';
import { ConfigError } from '../../../src/server/config';
import { AdapterError } from '../../../src/use-cases/ports/AdapterError';
import type { CreditState } from '../../../src/domain/tickets/creditState';
import { FakeChangedTickets } from '../../use-cases/fakeChangedTickets';
import { openWorld } from '../../use-cases/world';
import type { World } from '../../use-cases/world';
import { buildRecordingLogger } from '../recordingLogger';
import { runLine } from './runLine';

const FROM = 'sweep --from 2026-11-22T00:00:00Z --rebuild';

let world: World;
let changedTickets: FakeChangedTickets;

beforeEach(async () => {
  world = await openWorld();
  changedTickets = new FakeChangedTickets();
  world.addClient('900', 'anna@client.test', { billingAccountId: '1001', spendCents: 30_000 });
});
afterEach(() => world.close());

/** A ticket that the bridge made to say these states, a minute each. */
function addTicket(id: string, states: CreditState[], { requesterId = '900' } = {}): void {
  const creditState = states.at(-1);
  world.desk.addTicket({ id, requesterId, creditState });
  const changes = states.map((state, minute) => ({
    state,
    taken: undefined,
    at: `2026-11-22T0${id}:0${minute}:00.000Z`,
    auditId: world.desk.nextAuditId(),
    actorId: 'bridge',
  }));
  world.desk.written.set(id, changes);
  changedTickets.change(id, `2026-11-22T0${id}:09:00.000Z`, { creditState });
}

async function run(line: string, { isWatched = false, openRestore = async () => world.deps } = {}) {
  const waitedMs: number[] = [];
  const openSweep = async () => ({
    changedTickets,
    sweepMemory: buildSweepMemory(world.pool),
    clock: world.clock,
    logger: buildRecordingLogger().logger,
    wait: async (ms: number) => void waitedMs.push(ms),
    openRestore,
  });
  return { ...(await runLine(line, { openSweep }, { isWatched })), waitedMs };
}

describe('support-credits sweep --rebuild', () => {
  it('brings back what the tickets tell, and says what is to be done next', async () => {
    addTicket('1', ['debited']);
    addTicket('2', ['debited', 'refunded']);
    addTicket('3', ['free']);
    const { code, out } = await run(FROM);
    expect(code).toBe(0);
    expect(out).toContain(
      'Brought back: 2 debits, 0 waivers, 1 refund.\nTickets that the ledger knew already: 0.\nNext:',
    );
    expect(out).toContain('with the same --key');
    expect(out).toContain('looks queued: 3');
    expect((await run(FROM)).out).toContain(
      'Brought back: 0 debits, 0 waivers, 0 refunds.\nTickets that the ledger knew already: 2.',
    );
  });

  it('ends with 1 and names what could not be brought back', async () => {
    world.desk.addUser({ id: '960', email: 'nobody@client.test' });
    addTicket('1', ['debited'], { requesterId: '960' });
    addTicket('2', ['debited']);
    world.desk.tickets.delete('2');
    const { code, out } = await run(FROM);
    expect(code).toBe(1);
    expect(out).toContain('Deleted tickets whose history is gone: 1 (2). No balance misses them');
    expect(out).toContain(
      'Could not be brought back as a whole: 1.\n  ticket 1: billing does not know whose credits it took',
    );
    expect(out).toContain('run this again; nothing is added twice');
  });

  it('says that a state stands in a ticket that the bridge never wrote there, which is nothing to mend', async () => {
    addTicket('1', ['debited']);
    world.desk.written.clear();
    const { code, out } = await run(FROM);
    expect(code).toBe(0);
    expect(out).toContain('what the bridge never wrote there (copied to a follow-up, or set by hand): 1.');
  });

  it('shows on a terminal how far it came, and how much was brought back', async () => {
    addTicket('1', ['debited']);
    addTicket('2', ['debited']);
    expect((await run(FROM, { isWatched: true })).err).toContain(
      'until 2026-11-22T02:09Z, 2 tickets, 2 entries brought back',
    );
  });

  it('waits through a passing failure, longer each time', async () => {
    addTicket('1', ['debited']);
    world.billing.isDown = true;
    let waits = 0;
    const wait = world.billing.readClient.bind(world.billing);
    world.billing.readClient = (email) => {
      waits += 1;
      world.billing.isDown = waits < 3;
      return wait(email);
    };
    const { code, out, err, waitedMs } = await run(FROM);
    expect([code, waitedMs]).toEqual([0, [1_000, 2_000]]);
    expect(err).toContain('billing_unreachable: waiting 1 s before it is tried again.');
    expect(out).toContain('Brought back: 1 debit,');
  });

  it('ends where it can go on when a failure does not pass, with what it has done so far', async () => {
    addTicket('1', ['debited']);
    addTicket('2', ['debited']);
    addTicket('3', ['debited']);
    const read = world.desk.readTicket.bind(world.desk);
    world.desk.readTicket = async (id) => {
      const failure = { code: 'zendesk_unauthorized', retry: false };
      if (id === '3') throw new AdapterError('GET /tickets/3 was refused', failure);
      return read(id);
    };
    const { code, out, err } = await run(FROM);
    expect(code).toBe(1);
    expect(out).toContain('Brought back: 2 debits');
    expect(err).toBe(
      'zendesk_unauthorized: GET /tickets/3 was refused\nGo on with --from 2026-11-22T02:09:00.000Z --rebuild.\n',
    );
  });

  it('says which settings of billing are missing, before anything is read', async () => {
    const problems = ['BILLMANAGER_URL wants an address.'];
    await expect(
      run(FROM, { openRestore: () => Promise.reject(new ConfigError(problems)) }),
    ).rejects.toMatchObject({ problems });
    expect(changedTickets.asked).toEqual([]);
  });

  it('refuses to rebuild from nowhere: the last sweep is no beginning', async () => {
    const { code, err } = await run('sweep --rebuild');
    expect(code).toBe(2);
    expect(err).toContain('--rebuild wants --from: a time before the first credit was ever taken');
    expect(changedTickets.asked).toEqual([]);
  });
});
