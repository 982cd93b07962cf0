import { tryDecision } from '../../../api/admin/tryDecision';
import { DryRunTrial } from '../../../features/dry-run/DryRunTrial';
import type { AdminOutside } from '../AdminOutside';

/** The dry run with its call. */
export function DryRunPart({ outside: { bridge } }: { outside: AdminOutside }) {
  return <DryRunTrial tryDecision={(request) => tryDecision(bridge, request)} />;
}
