import { connectZaf } from '../../../src/app/zaf/connectZaf';
import type { SdkClient } from '../../../src/app/zaf/sdkClient';
import { ZafError } from '../../../src/app/zaf/ZafError';
import { buildView } from '../buildView';
import { createFakeZaf } from '../createFakeZaf';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const never = () => new Promise<never>(() => undefined);
const connect = (changes: Partial<SdkClient>) =>
  connectZaf({ ...createFakeZaf(buildView()).client, ...changes });

/** As the npm SDK makes it: no Error, and the promise RESOLVES with it (feasibility.md 5). */
const timeout = { name: 'TimeoutError', message: 'Timeout when invoking "get"', invocationName: 'get' };

describe('connectZaf', () => {
  it('rejects where the SDK resolves with its time-out', async () => {
    const zaf = connect({ get: async () => timeout, invoke: async () => timeout });
    await expect(zaf.get(['ticket.id'])).rejects.toThrow(ZafError);
    await expect(zaf.invoke('resize', {})).rejects.toThrow('invoke resize');
  });

  it('rejects where the SDK resolves with an error that has no name', async () => {
    const zaf = connect({ get: async () => ({ message: 'No such Api' }) });
    await expect(zaf.get(['nope'])).rejects.toThrow(ZafError);
  });

  it('passes on the rejection of the vendor SDK', async () => {
    const failure = new Error('Invocation request timeout');
    const zaf = connect({ get: () => Promise.reject(failure) });
    await expect(zaf.get(['ticket.id'])).rejects.toBe(failure);
  });

  it.each(['readSettings', 'readPlace'] as const)('ends %s also when Zendesk never answers', async (name) => {
    const zaf = connect({ metadata: never, context: never });
    const ended = expect(zaf[name]()).rejects.toThrow(ZafError);
    await jest.advanceTimersByTimeAsync(10_000);
    await ended;
  });

  it('ends a request that never ends by itself', async () => {
    const zaf = connect({ request: never });
    const ended = expect(zaf.request({ url: '/x', type: 'GET' }, 500)).rejects.toThrow(ZafError);
    await jest.advanceTimersByTimeAsync(500);
    await ended;
    expect(jest.getTimerCount()).toBe(0);
  });

  it('leaves a path that Zendesk does not know undefined', async () => {
    const zaf = connect({});
    const answer = await zaf.get(['colorScheme', 'nope']);
    expect(answer['colorScheme']).toBe('light');
    expect(answer['nope']).toBeUndefined();
  });

  it('stops calling a handler that was taken off', () => {
    const fake = createFakeZaf(buildView());
    const handler = jest.fn();
    const stop = connectZaf(fake.client).onEvent('ticket.updated', handler);
    fake.fire('ticket.updated', { id: 1 });
    stop();
    fake.fire('ticket.updated', { id: 2 });
    expect(handler.mock.calls).toEqual([[{ id: 1 }]]);
  });
});
