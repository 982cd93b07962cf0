import { repeat } from '../../../../src/adapters/postgres/worker/repeat';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('repeat', () => {
  it('leaves a round out while the last is still under way', async () => {
    let begun = 0;
    let end: () => void = () => undefined;
    const timer = repeat(async () => {
      begun += 1;
      await new Promise<void>((resolve) => {
        end = resolve;
      });
    }, 1_000);
    await jest.advanceTimersByTimeAsync(3_500);
    expect(begun).toBe(1);
    end();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(begun).toBe(2);
    end();
    await timer.stop();
  });

  it('leaves no timer behind when it is stopped, and its stop waits for the round under way', async () => {
    const steps: string[] = [];
    let end: () => void = () => undefined;
    const timer = repeat(async () => {
      await new Promise<void>((resolve) => {
        end = resolve;
      });
      steps.push('round ended');
    }, 1_000);
    await jest.advanceTimersByTimeAsync(1_000);
    const stopped = timer.stop().then(() => steps.push('stopped'));
    expect(jest.getTimerCount()).toBe(0);
    end();
    await stopped;
    expect(steps).toEqual(['round ended', 'stopped']);
  });
});
