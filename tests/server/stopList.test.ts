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
