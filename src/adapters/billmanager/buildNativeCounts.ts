import { DEFAULT_POLICY } from '../../domain/policy/policy';
import type { NativeCounts } from '../../use-cases/ports/shadowReport';
import { withDeadline } from '../system/withDeadline';
import { DEFAULT_COLUMNS } from './billmanagerColumns';
import type { BillmanagerOptions } from './buildBillmanagerSource';
import { buildPanel } from './buildPanel';
import { readNativeCount } from './readNativeCount';
import type { NativePlace } from './readNativeCount';

/** For one client, all calls and waiting included, unless told otherwise: a report asks about many. */
const READING_TIMEOUT_MS = 15_000;

/** The panel's own count of incidents, where `place` says that it stands. */
export function buildNativeCounts(
  options: BillmanagerOptions,
  place: NativePlace,
  timeoutMs = READING_TIMEOUT_MS,
): NativeCounts {
  const { accountFilter, columns } = { ...DEFAULT_POLICY.billing, ...options.billing };
  const naming = { accountFilter, columns: { ...DEFAULT_COLUMNS, ...columns } };
  const panel = buildPanel({ ...options, timeoutMs: Math.min(options.timeoutMs ?? timeoutMs, timeoutMs) });
  return {
    readNativeCount: (billingAccountId) =>
      withDeadline({ timeoutMs }, (signal) =>
        readNativeCount({ panel, ...naming, signal }, place, billingAccountId),
      ),
  };
}
