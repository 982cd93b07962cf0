import { readAppTriggers } from '../use-cases/app-triggers/readAppTriggers';
import type { ReadAppTriggersDeps } from '../use-cases/app-triggers/readAppTriggers';
import { buildAdminGate } from '../use-cases/buildAdminGate';
import type { AdminGateDeps } from '../use-cases/buildAdminGate';
import { dryRun } from '../use-cases/dry-run/dryRun';
import type { DryRunDeps } from '../use-cases/dry-run/dryRun';
import { readWorkCounts, readWorkPage } from '../use-cases/readWorkList';
import type { ReadWorkListDeps } from '../use-cases/readWorkList';
import { readReport } from '../use-cases/reports/readReport';
import type { ReadReportDeps } from '../use-cases/reports/readReport';
import type { CompareTicketsDeps, ComparedTicket } from '../use-cases/shadow/comparePage';
import { compareTickets } from '../use-cases/shadow/compareTickets';
import { readShadowPage } from '../use-cases/shadow/readShadowPage';
import type { Config } from './config';
import type { AdminDeps } from './http/routes/admin/adminRoutes';
import { readPolicyView } from './policy/readPolicyView';
import type { ReadPolicyViewDeps } from './policy/readPolicyView';
import { toStaffField } from './toStaffField';

type Deps = AdminGateDeps &
  ReadReportDeps &
  ReadWorkListDeps &
  DryRunDeps &
  Omit<ReadAppTriggersDeps, 'bridgeUrl'> &
  Omit<ReadPolicyViewDeps, 'policyFile'> &
  Omit<CompareTicketsDeps, 'staffField'>;

/** What the admin page is answered with. */
export function buildAdminDeps(given: Deps, config: Config): Omit<AdminDeps, 'logger' | 'clock'> {
  const { bridgeUrl, policyFile, mode } = config;
  const deps = { ...given, bridgeUrl, policyFile, mode, staffField: toStaffField(config) };
  return {
    isAdmin: buildAdminGate(deps),
    readReport: (request) => readReport(deps, request),
    readWorkCounts: () => readWorkCounts(deps),
    readWorkPage: (request) => readWorkPage(deps, request),
    dryRun: (request) => dryRun(deps, request),
    readAppTriggers: () => readAppTriggers(deps),
    readPolicyView: () => readPolicyView(deps),
    readShadowPage: (range) => readShadowPage(deps, range),
    compareTickets: (range) => (mode === 'live' ? noTickets() : compareTickets(deps, range)),
  };
}

/** What a live bridge decided is no forecast that staff could be held against. */
async function* noTickets(): AsyncGenerator<ComparedTicket[]> {}
