import { buildBillmanagerSource } from '../../../src/adapters/billmanager/buildBillmanagerSource';
import type { BillmanagerOptions } from '../../../src/adapters/billmanager/buildBillmanagerSource';
import { buildFixedClock, buildRecordedLog } from './recordedLog';
import { startScriptedPanel } from './scriptedPanel';

/** A panel that answers as scripted, and the billing port over it, at a fixed time and with a log of its own. */
export async function startScriptedSource(
  answer: Parameters<typeof startScriptedPanel>[0],
  options: Partial<BillmanagerOptions> = {},
) {
  const panel = await startScriptedPanel(answer);
  const source = buildBillmanagerSource({
    baseUrl: panel.url,
    authinfo: 'bridge:password',
    logger: buildRecordedLog(),
    clock: buildFixedClock('2026-11-22T10:00:00Z'),
    ...options,
  });
  return { panel, source };
}
