import { buildPanel } from '../../../src/adapters/billmanager/buildPanel';
import type { PanelOptions } from '../../../src/adapters/billmanager/buildPanel';
import type { Pause } from '../../../src/adapters/system/pause';
import { AdapterError } from '../../../src/use-cases/ports/AdapterError';
import { buildFixedClock, buildRecordedLog } from './recordedLog';

/** Ends a pause at once, unless its reader has ended it before. */
export const skipPause: Pause = (_waitMs, signal) => Promise.resolve(!signal.aborted);

/** A panel whose clock stands still and whose pauses take no time, and a way to ask it. */
export function buildTestPanel(options: Partial<PanelOptions> & { baseUrl: string }) {
  const log = buildRecordedLog();
  const clock = buildFixedClock('2026-11-22T10:00:00Z');
  const panel = buildPanel({
    authinfo: 'bridge:p&ss:w=rd',
    logger: log,
    clock,
    timeoutMs: 2_000,
    random: () => 0,
    pause: skipPause,
    ...options,
  });
  const ask = (func: string, params: Record<string, string> = {}, signal = new AbortController().signal) =>
    panel.ask(func, params, signal);
  return { ask, log, clock };
}

/** The failure of a call that must fail. */
export async function failureOf(call: Promise<unknown>): Promise<AdapterError> {
  const error: unknown = await call.then(
    () => 'no failure',
    (reason: unknown) => reason,
  );
  if (error instanceof AdapterError) return error;
  throw new Error(`expected an AdapterError, not ${String(error)}`);
}
