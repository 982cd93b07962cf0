import { buildSlots } from '../../../../src/adapters/billmanager/transport/buildSlots';

const forever = () => new AbortController().signal;

describe('buildSlots', () => {
  it('lets no more work run at once than it has slots, and all of it in the end', async () => {
    const slots = buildSlots(2);
    let running = 0;
    let most = 0;
    const work = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      return running;
    };
    await Promise.all(Array.from({ length: 20 }, () => slots(forever(), work)));
    expect([most, running]).toEqual([2, 0]);
  });

  it('gives the slot back when the work fails', async () => {
    const slots = buildSlots(1);
    const failing = slots(forever(), () => Promise.reject(new Error('broken')));
    await expect(failing).rejects.toThrow('broken');
    await expect(slots(forever(), () => Promise.resolve('done'))).resolves.toBe('done');
  });

  it('lets who waits give up, without losing a slot or running the work', async () => {
    const slots = buildSlots(1);
    let finish = () => {};
    const first = slots(forever(), () => new Promise<void>((resolve) => (finish = resolve)));
    const controller = new AbortController();
    let hasRun = false;
    const second = slots(controller.signal, () => Promise.resolve((hasRun = true)));
    const third = slots(forever(), () => Promise.resolve('third'));
    controller.abort(new Error('too late'));
    await expect(second).rejects.toThrow('too late');
    finish();
    await first;
    await expect(third).resolves.toBe('third');
    expect(hasRun).toBe(false);
  });

  it('does not start work that is over before it began', async () => {
    await expect(
      buildSlots(1)(AbortSignal.abort(new Error('over')), () => Promise.resolve(1)),
    ).rejects.toThrow('over');
  });
});
