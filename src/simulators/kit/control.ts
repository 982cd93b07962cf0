import type { FastifyInstance } from 'fastify';
import type { SimulatorClock } from './clock';
import type { ReceivedLog } from './received';

/** What a simulator lets a test or a person do to it from outside the simulated system. */
export type ControlTarget = {
  /** Back to the seed, the real time, no faults and an empty list of requests; ids are never given twice. */
  reset(): void | Promise<void>;
  /** Adds to the state and answers what was added; throws SimulatorInputError for input it cannot take. */
  seed(body: unknown): unknown;
  /** Replaces the faults in force and answers them; `{}` clears; throws SimulatorInputError. */
  setFaults(body: unknown): unknown;
  clock: SimulatorClock;
  received: ReceivedLog;
  state?(): unknown;
};

/** Input that a control route refuses; the message is for the person who sent it and is answered with 400. */
export class SimulatorInputError extends Error {}

/**
 * Adds the control routes to an app: POST reset, seed, clock and faults, GET received and state, all below
 * `/_control/`. Every answer is JSON; a refusal is `{"error": sentence}` with 400.
 */
export function registerControl(app: FastifyInstance, target: ControlTarget): void {
  app.register(async (scope) => {
    scope.setErrorHandler((error, _request, reply) => {
      const { status, message } = toRefusal(error);
      return reply.code(status).send({ error: message });
    });
    scope.post('/_control/reset', async () => {
      await target.reset();
      return { ok: true };
    });
    scope.post('/_control/seed', async (request) => (await target.seed(request.body)) ?? { ok: true });
    scope.post('/_control/faults', async (request) => target.setFaults(request.body) ?? {});
    scope.post('/_control/clock', async (request) => {
      moveClock(target.clock, request.body);
      return { now: target.clock.now().toISOString() };
    });
    scope.get('/_control/received', async () => target.received.list());
    scope.get('/_control/state', async () => target.state?.() ?? {});
  });
}

function toRefusal(error: unknown): { status: number; message: string } {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof SimulatorInputError) return { status: 400, message };
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  return { status, message };
}

function moveClock(clock: SimulatorClock, body: unknown): void {
  const { now, advanceMs, ...others } = isObject(body) ? body : {};
  const wants = 'The clock wants {"now": ISO instant} or {"advanceMs": whole milliseconds}';
  if (Object.keys(others).length > 0 || (now === undefined) === (advanceMs === undefined)) {
    throw new SimulatorInputError(`${wants}, one of the two.`);
  }
  try {
    if (typeof now === 'string') clock.set(now);
    else if (typeof advanceMs === 'number' && Number.isInteger(advanceMs)) clock.advance(advanceMs);
    else throw new SimulatorInputError(`${wants}.`);
  } catch (error) {
    if (error instanceof RangeError) throw new SimulatorInputError(`${wants}; this is not a valid time.`);
    throw error;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
