import { StopList } from '../../src/server/stopList';

const LONG_MS = 5_000;

describe('StopList', () => {
  it('stops what was started last first, one after the other', async () => {
    const stopped: string[] = [];
    const stops = new StopList();
    for (const name of ['database', 'pool', 'worker', 'intake']) {
      stops.add(async () => {
        await Promise.resolve();
        stopped.push(name);
      });
    }
    expect(await stops.stopAll(LONG_MS)).toBe(true);
    expect(stopped).toEqual(['intake', 'worker', 'pool', 'database']);
  });

  it('stops the others when one fails, and says that it was not clean', async () => {
    const stopped: string[] = [];
    const stops = new StopList();
    stops.add(async () => {
      stopped.push('database');
    });
    stops.add(async () => {
      throw new Error('the worker broke');
    });
    expect(await stops.stopAll(LONG_MS)).toBe(false);
    expect(stopped).toEqual(['database']);
  });

  it('leaves behind what takes too long, so that the others are stopped in time', async () => {
    const stopped: string[] = [];
    const stops = new StopList();
    stops.add(async () => {
      stopped.push('database');
    });
    stops.add(() => new Promise(() => undefined), 5);
    expect(await stops.stopAll(LONG_MS)).toBe(false);
    expect(stopped).toEqual(['database']);
  });

  it('stops what was still starting once it has started', async () => {
    const stopped: string[] = [];
    const stops = new StopList();
    let finish = (_name: string) => {};
    const starting = new Promise<string>((resolve) => (finish = resolve));
    void stops.addStarting(starting, async (started) => {
      stopped.push(started);
    });
    const stopping = stops.stopAll(LONG_MS);
    expect(stopped).toEqual([]);
    finish('database');
    expect(await stopping).toBe(true);
    expect(stopped).toEqual(['database']);
  });

  it('has nothing to stop where a start failed, and hands that failure on', async () => {
    const stops = new StopList();
    const started = stops.addStarting(Promise.reject(new Error('no server')), async () => {
      throw new Error('stopped what never started');
    });
    await expect(started).rejects.toThrow('no server');
    expect(await stops.stopAll(LONG_MS)).toBe(true);
  });

  it('does not wait for ever', async () => {
    const stops = new StopList();
    stops.add(() => new Promise(() => undefined));
    expect(await stops.stopAll(5)).toBe(false);
  });

  it('stops nothing twice', async () => {
    let count = 0;
    const stops = new StopList();
    stops.add(async () => {
      count += 1;
    });
    await stops.stopAll(LONG_MS);
    await stops.stopAll(LONG_MS);
    expect(count).toBe(1);
  });
});
