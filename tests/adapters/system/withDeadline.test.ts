import { withDeadline } from '../../../src/adapters/system/withDeadline';

/** Work that ends only when its signal does, as a call to a server that never answers. */
const untilAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });

describe('withDeadline', () => {
  it('ends work that does not end by itself', async () => {
    await expect(withDeadline({ timeoutMs: 20 }, untilAborted)).rejects.toMatchObject({
      name: 'TimeoutError',
    });
  });

  it('ends with its parent, for the reason of the parent', async () => {
    const parent = new AbortController();
    const work = withDeadline({ timeoutMs: 60_000, parent: parent.signal }, untilAborted);
    parent.abort(new Error('stopping'));
    await expect(work).rejects.toThrow('stopping');
  });

  it('does not begin when the parent has ended already', async () => {
    const work = jest.fn(async () => 'begun');
    await expect(withDeadline({ timeoutMs: 20, parent: AbortSignal.abort() }, work)).rejects.toThrow();
    expect(work).not.toHaveBeenCalled();
  });

  it('ends what is still under way when the work has ended', async () => {
    let seen: AbortSignal | undefined;
    expect(await withDeadline({ timeoutMs: 60_000 }, async (signal) => ((seen = signal), 'done'))).toBe(
      'done',
    );
    expect(seen?.aborted).toBe(true);
  });
});
