import { buildAdminGate } from '../use-cases/buildAdminGate';
import type { AdminGateDeps } from '../use-cases/buildAdminGate';
import { readReport } from '../use-cases/reports/readReport';
import type { ReadReportDeps } from '../use-cases/reports/readReport';
import { readWorkCounts, readWorkPage } from '../use-cases/readWorkList';
import type { ReadWorkListDeps } from '../use-cases/readWorkList';
import { dryRun } from '../use-cases/dry-run/dryRun';
import type { DryRunDeps } from '../use-cases/dry-run/dryRun';
import { buildSetupCheck } from '../use-cases/setup-check/buildSetupCheck';
import type { SetupCheckDeps } from '../use-cases/setup-check/buildSetupCheck';
import { readStatus } from '../use-cases/status/readStatus';
import type { ReadStatusDeps } from '../use-cases/status/readStatus';
import type { AdminDeps } from './http/routes/admin/adminRoutes';

/** What the admin page is answered with; `checked` is what the look at the setup looks at. */
export function buildAdminDeps(
  deps: AdminGateDeps & ReadReportDeps & ReadWorkListDeps & DryRunDeps & ReadStatusDeps,
  checked: Omit<SetupCheckDeps, 'clock'>,
): Omit<AdminDeps, 'logger'> {
  return {
    isAdmin: buildAdminGate(deps),
    readReport: (request) => readReport(deps, request),
    readWorkCounts: () => readWorkCounts(deps),
    readWorkPage: (request) => readWorkPage(deps, request),
    dryRun: (request) => dryRun(deps, request),
    checkSetup: buildSetupCheck({ ...checked, clock: deps.clock }),
    readStatus: () => readStatus(deps),
  };
}
