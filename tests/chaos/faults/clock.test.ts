import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bridge } from '../world/startBridge';
import { control } from '../world/control';
import type { Person } from '../play/personAt';
import { titleOf } from './faultList';
import { readTags } from './world/readTags';
import { sendWebhook } from './world/sendWebhook';
import { startFaultWorld } from './world/startFaultWorld';
import type { FaultWorld } from './world/startFaultWorld';
import { CHARGED_ONCE, tellOf } from './world/tellOf';
import { until } from './world/until';

jest.setTimeout(400_000);

const HOUR_MS = 3_600_000;
/** The newest minute is withheld from sweeps. */
const WITHHELD_MS = 61_000;

let world: FaultWorld;
let folder: string;

beforeAll(async () => {
  world = await startFaultWorld({
    toBridgeEnv: async (_env, runFolder) => {
      folder = join(runFolder, 'clocks');
      mkdirSync(folder);
      return {
        CLOCK_FOLDER: folder,
        NODE_OPTIONS: `--require ${join(__dirname, 'world/shiftClock.cjs')}`,
      };
    },
  });
  // Where the first sweep of all begins is decided by a right clock.
  await world.settle();
});
afterAll(() => world.close());

const bridges = () => world.stage.world.bridges as [Bridge, Bridge];
const send = (bridge: Bridge, ticketId: string) =>
  sendWebhook(bridge, world.stage.world.commandEnv, ticketId);

/** Comes back when the clock of the bridge is off by so much: it takes up what stands in its file, and webhooks tell. */
async function setClock(bridge: Bridge, offsetMs: number): Promise<void> {
  writeFileSync(join(folder, String(bridge.port)), String(offsetMs));
  const wanted = offsetMs === 0 ? 200 : 401;
  await until(`the clock is off by ${offsetMs} ms`, async () => (await send(bridge, '1')) === wanted);
}

async function waitForSweep(tickets: readonly string[], tag: string): Promise<void> {
  await control(world.stage.world.zendeskUrl, 'clock', { advanceMs: WITHHELD_MS });
  await until(`a sweep has found ${tickets.join()}`, async () => {
    const tags = await Promise.all(tickets.map((id) => readTags(world.stage, id)));
    return tags.every((each) => each.includes(tag));
  });
}

describe('the clocks of the bridges', () => {
  let tickets: string[];

  it(titleOf('clock-apart'), async () => {
    const [ahead, behind] = bridges();
    await setClock(ahead, HOUR_MS);
    await setClock(behind, -HOUR_MS);
    tickets = await world.openTickets(3);
    expect([await send(ahead, tickets[0]!), await send(behind, tickets[0]!)]).toEqual([401, 401]);
    await waitForSweep(tickets, 'credit_debited');
    const outcome = await world.settle();
    expect(tickets.map((id) => tellOf(outcome, id))).toEqual(tickets.map(() => CHARGED_ONCE));
  });

  it(titleOf('clock-back'), async () => {
    const { agents, fields } = world.stage;
    for (const bridge of bridges()) await setClock(bridge, 0);
    const [first] = tickets as [string];

    // when: a ticket that was decided by a wrong clock is handed back, and the webhook of that is lost
    await control(world.stage.world.zendeskUrl, 'faults', { webhooks: { drop: 1 } });
    const ticket = { custom_fields: [{ id: fields.line, value: 'sales' }] };
    await (agents[0] as Person).call('PUT', `tickets/${first}`, { ticket });

    // then: the next sweep finds it
    await waitForSweep([first], 'credit_refunded');
    await control(world.stage.world.zendeskUrl, 'faults', {});
    const more = await world.openTickets(2);
    const outcome = await world.settle();
    expect(more.map((id) => tellOf(outcome, id))).toEqual(more.map(() => CHARGED_ONCE));
    expect(tellOf(outcome, first)).toEqual({
      entries: ['debit', 'refund'],
      says: ['credit_refunded'],
      notes: 2,
    });
  });
});
