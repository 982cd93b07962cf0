import { buildPanel } from '../../../src/adapters/billmanager/buildPanel';
import type { PanelOptions } from '../../../src/adapters/billmanager/buildPanel';
import { AdapterError } from '../../../src/use-cases/ports/AdapterError';
import { buildFixedClock, buildRecordedLog } from './recordedLog';

/** A panel whose clock stands still and whose pauses are as short as they get, and a way to ask it. */
export function buildTestPanel(options: Partial<PanelOptions> & { baseUrl: string }) {
  const log = buildRecordedLog();
  const clock = buildFixedClock('2026-11-22T10:00:00Z');
  const panel = buildPanel({
    authinfo: 'bridge:p&ss:w=rd',
    logger: log,
    clock,
    timeoutMs: 2_000,
    random: () => 0,
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
