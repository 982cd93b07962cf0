import { startDatabase } from '../world/startDatabase';
import { titleOf } from './faultList';
import { mountSmallDisk } from './world/mountSmallDisk';
import type { SmallDisk } from './world/mountSmallDisk';
import { sendWebhook } from './world/sendWebhook';
import { startFaultWorld } from './world/startFaultWorld';
import type { FaultWorld } from './world/startFaultWorld';
import { CHARGED_ONCE, tellOf } from './world/tellOf';

jest.setTimeout(180_000);

/** A fresh cluster takes 60 MB and its log files as much again. */
const DISK_MB = 256;

/** Tickets that are not there: a look at one finds that, and charges nobody. */
const FIRST_ABSENT = 9_000_000;
const MOST_SENT = 2_000;

let disk: SmallDisk;
let world: FaultWorld;

beforeAll(async () => {
  world = await startFaultWorld({
    openDatabase: async (folder) => {
      disk = mountSmallDisk(folder, DISK_MB);
      const database = await startDatabase(folder).catch((error: unknown) => {
        disk.unmount();
        throw error;
      });
      return {
        ...database,
        end: async (how) => {
          await database.end(how);
          disk.unmount();
        },
      };
    },
  });
});
afterAll(() => world.close());

it(titleOf('disk-full'), async () => {
  const before = await world.openTickets(2);
  await world.settle();

  // when: the disk is full, and so many looks are asked for and cannot be done that the queue would have to grow
  world.ways.zendesk.cut();
  disk.fill();
  const send = (ticketId: string) =>
    sendWebhook(world.stage.world.bridges[0]!, world.stage.world.commandEnv, ticketId);
  const answers: number[] = [];
  while (answers.at(-1) !== 409 && answers.length < MOST_SENT) {
    answers.push(await send(String(FIRST_ABSENT + answers.length)));
  }

  // then: the first that cannot be written is refused, and none is answered with anything else
  expect(answers.at(-1)).toBe(409);
  expect(new Set(answers.slice(0, -1))).toEqual(new Set([200]));

  // when: tickets are opened meanwhile, and there is space again
  const tickets = await world.openTickets(3);
  disk.makeSpace();

  // then: nothing was lost, and nothing that was there was harmed
  const outcome = await world.settle();
  const all = [...before, ...tickets];
  expect(all.map((id) => tellOf(outcome, id))).toEqual(all.map(() => CHARGED_ONCE));
});
