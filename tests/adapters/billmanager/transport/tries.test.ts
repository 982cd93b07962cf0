import { pause } from '../../../../src/adapters/system/pause';
import { buildTestPanel, failureOf } from '../askPanel';
import { startScriptedPanel, toError, toList } from '../scriptedPanel';
import type { ScriptedPanel } from '../scriptedPanel';

let panel: ScriptedPanel;

/** Answers one after another as given, the last one from then on. */
const start = async (...answers: unknown[]) => {
  panel = await startScriptedPanel((_params, call) => answers[Math.min(call, answers.length) - 1]);
  return buildTestPanel({ baseUrl: panel.url });
};

const busy = { doc: { error: { $type: 'msg', msg: { $: 'Request in process, please wait ' } } } };

afterEach(() => panel.close());

describe('a call is made again', () => {
  it.each<[string, unknown, number[]]>([
    ['a bad gateway', { status: 502, body: '' }, [300, 900]],
    ['a broken panel', { status: 500, body: '' }, [300, 900]],
    ['too many calls', { status: 429, body: '' }, [300, 900]],
    ['a request that still runs', busy, [2_000, 6_000]],
    ['a page of a request that still runs', '<html>Request in process, please wait</html>', [300, 900]],
    ['a scrap', '{"doc":{"elem":[', [300, 900]],
  ])('twice, after %s, and succeeds in the end', async (_name, failure, pauses) => {
    const { ask, log } = await start(failure, failure, toList([]));
    expect((await ask('user'))?.isList).toBe(true);
    expect(panel.calls).toHaveLength(3);
    expect(log.lines.map(({ fields }) => fields['waitMs'])).toEqual(pauses);
  });

  it('after a connection that was lost', async () => {
    const { ask, log } = await start(toList([]));
    await panel.close();
    expect((await failureOf(ask('user'))).code).toBe('billing_unreachable');
    expect(log.lines).toHaveLength(2);
  });

  it('no more than twice', async () => {
    const { ask } = await start(busy);
    expect(await failureOf(ask('user'))).toMatchObject({ code: 'billing_busy', retry: true });
    expect(panel.calls).toHaveLength(3);
  });

  it('when the panel said it should be', async () => {
    const limited = { status: 429, body: '', headers: { 'retry-after': '1' } };
    const { ask, log } = await start(limited, toList([]));
    await ask('user');
    expect(log.lines.map(({ fields }) => fields['waitMs'])).toEqual([1_000]);
  });
});

describe('a call is not made again', () => {
  it.each<[string, unknown]>([
    ['a refusal', toError('missed')],
    ['a status that stays', { status: 404, body: '' }],
    ['a wait that is too long', { status: 503, body: '', headers: { 'retry-after': '11' } }],
  ])('after %s', async (_name, answer) => {
    const { ask, log } = await start(answer);
    await failureOf(ask('user'));
    expect([panel.calls.length, log.lines]).toEqual([1, []]);
  });

  it('after a time-out', async () => {
    await start(undefined);
    const hurried = buildTestPanel({ baseUrl: panel.url, timeoutMs: 100 });
    expect((await failureOf(hurried.ask('user'))).code).toBe('billing_timeout');
    expect(panel.calls).toHaveLength(1);
  });

  it('when its reader has no more time, and says what went wrong before', async () => {
    await start({ status: 503, body: '' });
    const reader = new AbortController();
    const { ask } = buildTestPanel({
      baseUrl: panel.url,
      pause: (waitMs, signal) => {
        setImmediate(() => reader.abort());
        return pause(waitMs, signal);
      },
    });
    expect((await failureOf(ask('user', {}, reader.signal))).code).toBe('billing_unreachable');
    expect(panel.calls).toHaveLength(1);
  });

  it('tells the queue how long the panel wants to be left alone', async () => {
    const { ask } = await start({ status: 503, body: '', headers: { 'retry-after': '120' } });
    expect((await failureOf(ask('user'))).retryAfterMs).toBe(120_000);
  });
});
