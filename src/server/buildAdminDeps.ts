import { readAppTriggers } from '../use-cases/app-triggers/readAppTriggers';
import { buildAdminGate } from '../use-cases/buildAdminGate';
import type { AdminGateDeps } from '../use-cases/buildAdminGate';
import { dryRun } from '../use-cases/dry-run/dryRun';
import type { DryRunDeps } from '../use-cases/dry-run/dryRun';
import { readWorkCounts, readWorkPage } from '../use-cases/readWorkList';
import type { ReadWorkListDeps } from '../use-cases/readWorkList';
import { readReport } from '../use-cases/reports/readReport';
import type { ReadReportDeps } from '../use-cases/reports/readReport';
import { buildSetupCheck } from '../use-cases/setup-check/buildSetupCheck';
import type { SetupCheckDeps } from '../use-cases/setup-check/buildSetupCheck';
import type { CompareTicketsDeps, ComparedTicket } from '../use-cases/shadow/comparePage';
import { compareTickets } from '../use-cases/shadow/compareTickets';
import { countInTime } from '../use-cases/shadow/countInTime';
import type { CountInTimeDeps } from '../use-cases/shadow/countInTime';
import { readShadowPage } from '../use-cases/shadow/readShadowPage';
import { readStatus } from '../use-cases/status/readStatus';
import type { ReadStatusDeps } from '../use-cases/status/readStatus';
import type { Config } from './config';
import type { AdminDeps } from './http/routes/admin/adminRoutes';
import { readPolicyView } from './policy/readPolicyView';
import type { ReadPolicyViewDeps } from './policy/readPolicyView';
import { toStaffField } from './toStaffField';

type Deps = AdminGateDeps &
  ReadReportDeps &
  ReadWorkListDeps &
  DryRunDeps &
  ReadStatusDeps &
  Omit<ReadPolicyViewDeps, 'policyFile'> &
  Omit<CompareTicketsDeps, 'staffField'> &
  CountInTimeDeps;

/** What the admin page is answered with; `checked` is what the look at the setup looks at. */
export function buildAdminDeps(
  given: Deps,
  checked: Omit<SetupCheckDeps, 'clock'>,
  config: Config,
): Omit<AdminDeps, 'logger' | 'clock'> {
  const { policyFile, mode } = config;
  const deps = { ...given, policyFile, mode, staffField: toStaffField(config) };
  return {
    isAdmin: buildAdminGate(deps),
    readReport: (request) => readReport(deps, request),
    readWorkCounts: () => readWorkCounts(deps),
    readWorkPage: (request) => readWorkPage(deps, request),
    dryRun: (request) => dryRun(deps, request),
    checkSetup: buildSetupCheck({ ...checked, clock: deps.clock }),
    readStatus: () => readStatus(deps),
    readAppTriggers: () => readAppTriggers(checked.zendesk),
    readPolicyView: () => readPolicyView(deps),
    readShadowPage: (range) => readShadowPage(deps, range),
    isNativeCounted: deps.nativeCounts !== undefined,
    compareTickets: (range) =>
      mode === 'live' ? noTickets() : countInTime(deps, compareTickets(deps, range)),
  };
}

/** What a live bridge decided is no forecast that staff could be held against. */
async function* noTickets(): AsyncGenerator<ComparedTicket[]> {}
