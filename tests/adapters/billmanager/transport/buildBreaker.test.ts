import { buildBreaker } from '../../../../src/adapters/billmanager/transport/buildBreaker';
import type { Outcome } from '../../../../src/adapters/billmanager/transport/postForm';
import { buildFixedClock, buildRecordedLog } from '../recordedLog';

const good: Outcome = { kind: 'answered', status: 200, text: '{}', retryAfter: undefined };
const bad: Outcome = { kind: 'answered', status: 502, text: '', retryAfter: undefined };
const lost: Outcome = { kind: 'failed', why: 'connection', cause: new Error('ECONNREFUSED') };
const late: Outcome = { kind: 'failed', why: 'timed_out', cause: new Error('no whole answer') };
const untrusted: Outcome = { kind: 'failed', why: 'tls', cause: new Error('CERT_HAS_EXPIRED') };

function build() {
  const clock = buildFixedClock('2026-11-22T10:00:00.000Z');
  const log = buildRecordedLog();
  const breaker = buildBreaker({ clock, logger: log });
  let sent = 0;
  const send = (outcome: Outcome | Promise<Outcome>, signal = new AbortController().signal) =>
    breaker(signal, () => {
      sent += 1;
      return Promise.resolve(outcome);
    });
  const sendAll = async (outcomes: Outcome[]) => {
    for (const outcome of outcomes) await send(outcome);
  };
  return { clock, log, send, sendAll, countSent: () => sent };
}

const six = [bad, lost, late, bad, lost, late];

describe('buildBreaker', () => {
  it('sends nothing for ten seconds after six failures in a row', async () => {
    const { clock, log, send, sendAll, countSent } = build();
    await sendAll(six);
    expect(await send(good)).toEqual({ kind: 'withheld', restMs: 10_000 });
    clock.set('2026-11-22T10:00:09.000Z');
    expect(await send(good)).toEqual({ kind: 'withheld', restMs: 1_000 });
    expect(countSent()).toBe(6);
    expect(log.lines.map(({ message }) => message)).toEqual(['billing is left alone for a while']);
  });

  it('lets one call try afterwards, and all when that succeeds', async () => {
    const { clock, log, send, sendAll } = build();
    await sendAll(six);
    clock.set('2026-11-22T10:00:10.000Z');
    let answer = (_outcome: Outcome) => {};
    const probe = send(new Promise((resolve) => (answer = resolve)));
    expect(await send(good)).toEqual({ kind: 'withheld', restMs: 0 });
    answer(good);
    expect(await probe).toEqual(good);
    expect(await send(good)).toEqual(good);
    expect(log.lines.map(({ message }) => message)).toContain('billing answers again');
  });

  it('rests again when the one call fails', async () => {
    const { clock, send, sendAll } = build();
    await sendAll(six);
    clock.set('2026-11-22T10:00:10.000Z');
    expect(await send(bad)).toEqual(bad);
    expect(await send(good)).toEqual({ kind: 'withheld', restMs: 10_000 });
  });

  it('lets the next call try when the one was ended by its reader, or broke', async () => {
    const { clock, send, sendAll } = build();
    await sendAll(six);
    clock.set('2026-11-22T10:00:10.000Z');
    await send(late, AbortSignal.abort());
    await expect(send(Promise.reject(new Error('defect')))).rejects.toThrow('defect');
    expect(await send(good)).toEqual(good);
  });

  it('begins to count anew after any sign of life', async () => {
    const { send, sendAll } = build();
    await sendAll([...six.slice(1), good, ...six.slice(1)]);
    expect(await send(good)).toEqual(good);
  });

  it('counts neither what readers ended nor certificates that are not believed', async () => {
    const { send, sendAll } = build();
    for (const outcome of six) await send(outcome, AbortSignal.abort());
    await sendAll(six.map(() => untrusted));
    expect(await send(good)).toEqual(good);
  });

  it('does not rest for long when the clock is set back', async () => {
    const { clock, send, sendAll } = build();
    await sendAll(six);
    clock.set('2026-11-22T08:00:00.000Z');
    expect(await send(good)).toEqual(good);
  });
});
