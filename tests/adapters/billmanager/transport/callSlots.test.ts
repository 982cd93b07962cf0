import type { CallSlots } from '../../../../src/use-cases/ports/callSlots';
import { buildTestPanel, failureOf } from '../askPanel';
import { startScriptedPanel, toList } from '../scriptedPanel';
import type { ScriptedPanel } from '../scriptedPanel';

let panel: ScriptedPanel;
afterEach(() => panel.close());

/** Slots of all replicas, as many as are asked for, and what was asked. */
function buildFakeSlots() {
  const asked: string[] = [];
  let held = 0;
  const slots: CallSlots = {
    async hold(name, count, isOver, work) {
      asked.push(`${count} of ${name}`);
      while (held >= count) {
        if (isOver()) return undefined;
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      held += 1;
      try {
        return { value: await work() };
      } finally {
        held -= 1;
      }
    },
  };
  return { slots, asked, countHeld: () => held };
}

it('every call of two replicas holds one of the two slots that they share', async () => {
  let [underWay, most] = [0, 0];
  panel = await startScriptedPanel(async () => {
    underWay += 1;
    most = Math.max(most, underWay);
    await new Promise((resolve) => setTimeout(resolve, 5));
    underWay -= 1;
    return toList([]);
  });
  const { slots, asked } = buildFakeSlots();
  const replicas = [1, 2].map(() => buildTestPanel({ baseUrl: panel.url, callSlots: slots }));
  await Promise.all(replicas.flatMap(({ ask }) => Array.from({ length: 6 }, () => ask('user'))));
  expect(asked).toEqual(Array(12).fill('2 of billmanager'));
  expect(most).toBe(2);
});

it('who pauses before another try holds none', async () => {
  panel = await startScriptedPanel((_params, call) => (call === 1 ? { status: 503, body: '' } : toList([])));
  const { slots, countHeld } = buildFakeSlots();
  const heldInPauses: number[] = [];
  const { ask } = buildTestPanel({
    baseUrl: panel.url,
    callSlots: slots,
    pause: async () => {
      heldInPauses.push(countHeld());
      return true;
    },
  });
  await ask('user');
  expect(heldInPauses).toEqual([0]);
});

it('a reader whose time is over before a slot is free hears of a time-out, and the panel of nothing', async () => {
  panel = await startScriptedPanel(() => toList([]));
  const nobodyLeaves: CallSlots = {
    hold: async (_name, _count, isOver) => {
      while (!isOver()) await new Promise((resolve) => setTimeout(resolve, 1));
      return undefined;
    },
  };
  const { ask } = buildTestPanel({ baseUrl: panel.url, callSlots: nobodyLeaves });
  const failure = await failureOf(ask('user', {}, AbortSignal.timeout(20)));
  expect(failure.code).toBe('billing_timeout');
  expect(panel.calls).toEqual([]);
});
