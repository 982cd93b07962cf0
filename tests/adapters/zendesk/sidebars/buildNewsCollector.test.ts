import { buildNewsCollector } from '../../../../src/adapters/zendesk/sidebars/buildNewsCollector';
import type { SidebarMessage } from '../../../../src/adapters/zendesk/sidebars/buildNewsCollector';

/** Time that goes on only when the test says so, and messages that are sent at once unless they are held up. */
function openCollector() {
  let nowMs = Date.parse('2026-11-22T10:00:00.000Z');
  const startedMs = nowMs;
  let waiting: { run: () => void; atMs: number } | undefined;
  const sent: (SidebarMessage & { atMs: number })[] = [];
  const heldUp: (() => void)[] = [];
  const world = { isHeldUp: false };
  const tell = buildNewsCollector({
    clock: { now: () => new Date(nowMs) },
    send: async (message) => {
      sent.push({ ...message, atMs: nowMs - startedMs });
      if (world.isHeldUp) await new Promise<void>((resolve) => heldUp.push(resolve));
    },
    schedule: (run, afterMs) => {
      if (waiting !== undefined) throw new Error('two messages wait at once');
      waiting = { run, atMs: nowMs + afterMs };
    },
  });
  const settle = async () => {
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  return {
    world,
    tell,
    sent,
    async pass(ms: number) {
      const untilMs = nowMs + ms;
      await settle();
      while (waiting !== undefined && waiting.atMs <= untilMs) {
        const { run, atMs } = waiting;
        waiting = undefined;
        nowMs = atMs;
        run();
        await settle();
      }
      nowMs = untilMs;
    },
    async letGo() {
      heldUp.shift()!();
      await settle();
    },
  };
}

describe('buildNewsCollector', () => {
  it('tells of what came together in one message, of each thing once', async () => {
    const { tell, pass, sent } = openCollector();
    for (const ticketId of ['7', '8', '7']) tell({ ticketId });
    tell({ billingAccountId: '1001' });
    expect(sent).toEqual([]);
    await pass(1_000);
    expect(sent).toEqual([{ ticketIds: ['7', '8'], billingAccountIds: ['1001'], atMs: 100 }]);
  });

  it('tells at once again after a while, and slowly when there is no end of news', async () => {
    const { tell, pass, sent } = openCollector();
    for (let second = 0; second < 60; second += 1) {
      tell({ ticketId: String(second) });
      await pass(1_000);
    }
    await pass(10_000);
    const inFirstMinute = sent.filter(({ atMs }) => atMs < 60_000).length;
    expect(inFirstMinute).toBeLessThanOrEqual(33);
    expect(sent.flatMap(({ ticketIds }) => ticketIds)).toEqual(
      Array.from({ length: 60 }, (_, index) => String(index)),
    );
    await pass(60_000);
    tell({ ticketId: 'again' });
    await pass(100);
    expect(sent[sent.length - 1]).toMatchObject({ ticketIds: ['again'] });
  });

  it('sends thirty a minute in the long run', async () => {
    const { tell, pass, sent } = openCollector();
    for (let tenth = 0; tenth < 6_000; tenth += 1) {
      tell({ ticketId: String(tenth) });
      await pass(100);
    }
    const inLastMinute = sent.filter(({ atMs }) => atMs >= 540_000).length;
    expect(inLastMinute).toBe(30);
  });

  it('waits for the end of a message before it sends the next one, and loses nothing meanwhile', async () => {
    const { world, tell, pass, letGo, sent } = openCollector();
    world.isHeldUp = true;
    tell({ ticketId: '7' });
    await pass(1_000);
    tell({ ticketId: '8' });
    tell({ ticketId: '9' });
    await pass(60_000);
    expect(sent).toHaveLength(1);
    await letGo();
    await pass(1_000);
    expect(sent[1]).toMatchObject({ ticketIds: ['8', '9'] });
  });

  it('bounds a message, and what waits', async () => {
    const { tell, pass, sent } = openCollector();
    for (let id = 1; id <= 6_000; id += 1) tell({ ticketId: String(id) });
    await pass(60_000);
    expect(sent.map(({ ticketIds }) => ticketIds.length)).toEqual(Array.from({ length: 10 }, () => 500));
  });
});
