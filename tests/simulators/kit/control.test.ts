import fastify from 'fastify';
import { buildClock } from '../../../src/simulators/kit/clock';
import { registerControl, SimulatorInputError } from '../../../src/simulators/kit/control';
import { listen } from '../../../src/simulators/kit/listen';
import type { RunningSimulator } from '../../../src/simulators/kit/listen';
import { buildReceivedLog } from '../../../src/simulators/kit/received';

describe('registerControl', () => {
  let simulator: RunningSimulator;
  let resets: number;
  const received = buildReceivedLog();
  const clock = buildClock();

  beforeEach(async () => {
    resets = 0;
    const app = fastify({ forceCloseConnections: true });
    app.setErrorHandler((_error, _request, reply) => reply.code(500).send('the simulated system speaks'));
    registerControl(app, {
      reset: () => {
        resets += 1;
      },
      seed: (body) => {
        if (body === null) throw new SimulatorInputError('A seed wants something.');
        return { seeded: body };
      },
      setFaults: (body) => body,
      clock,
      received,
      state: () => ({ tickets: 2 }),
    });
    simulator = await listen(app, 0);
  });
  afterEach(() => simulator.close());

  const ask = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(`${simulator.url}/_control/${path}`, init);
    return { status: answer.status, body: await answer.json() };
  };
  const post = (path: string, body?: unknown) =>
    ask(path, {
      method: 'POST',
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });

  it('resets without a body', async () => {
    const answer = await post('reset');
    expect(answer.body).toEqual({ ok: true });
    expect(resets).toBe(1);
  });

  it('answers what was seeded, and the faults in force', async () => {
    expect((await post('seed', { clients: [] })).body).toEqual({ seeded: { clients: [] } });
    expect((await post('faults', { hang: true })).body).toEqual({ hang: true });
  });

  it('answers refused input with 400 and the sentence', async () => {
    const answer = await post('seed', null);
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({ error: 'A seed wants something.' });
  });

  it('answers a body that is not JSON with 400, not in the words of the simulated system', async () => {
    const answer = await ask('seed', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{half',
    });
    expect(answer.status).toBe(400);
    expect(answer.body).toHaveProperty('error');
  });

  it('sets the clock and moves it', async () => {
    expect((await post('clock', { now: '2031-05-02T10:00:00Z' })).body.now).toMatch(/^2031-05-02T10:00:/);
    expect((await post('clock', { advanceMs: 3_600_000 })).body.now).toMatch(/^2031-05-02T11:00:/);
  });

  it.each([
    [{}],
    [{ now: 'noon' }],
    [{ now: 5 }],
    [{ advanceMs: '5' }],
    [{ advanceMs: 1.5 }],
    [{ advanceMs: 1e300 }],
    [{ now: '2031-05-02T10:00:00Z', advanceMs: 5 }],
    [{ now: '2031-05-02T10:00:00Z', zone: 'UTC' }],
  ])('refuses %j as a time', async (body) => {
    const answer = await post('clock', body);
    expect(answer.status).toBe(400);
    expect(answer.body.error).toContain('The clock wants');
  });

  it('lists what was received, and shows the state', async () => {
    received.add({ at: '2026-05-02T10:00:00.000Z', method: 'GET', path: '/billmgr', status: 200 });
    expect((await ask('received')).body).toEqual([
      { at: '2026-05-02T10:00:00.000Z', method: 'GET', path: '/billmgr', status: 200 },
    ]);
    expect((await ask('state')).body).toEqual({ tickets: 2 });
  });
});
