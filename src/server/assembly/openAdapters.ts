import { setTimeout } from 'node:timers/promises';
import type { Pool } from 'pg';
import { buildBillmanagerSource } from '../../adapters/billmanager/buildBillmanagerSource';
import type { BillmanagerOptions } from '../../adapters/billmanager/buildBillmanagerSource';
import { buildNativeCounts } from '../../adapters/billmanager/buildNativeCounts';
import { buildBillingInspection } from '../../adapters/billmanager/check/buildBillingInspection';
import { buildCallSlots } from '../../adapters/postgres/buildCallSlots';
import { buildDecidedTickets } from '../../adapters/postgres/buildDecidedTickets';
import { buildFactsMemory } from '../../adapters/postgres/buildFactsMemory';
import { buildLedger } from '../../adapters/postgres/buildLedger';
import { buildLedgerViews } from '../../adapters/postgres/buildLedgerViews';
import { buildReports } from '../../adapters/postgres/buildReports';
import { buildRequestLimits } from '../../adapters/postgres/buildRequestLimits';
import { buildSignMemory } from '../../adapters/postgres/buildSignMemory';
import { buildSweepMemory } from '../../adapters/postgres/buildSweepMemory';
import { buildWorkLists } from '../../adapters/postgres/buildWorkLists';
import { buildLedgerProof } from '../../adapters/postgres/verify/buildLedgerProof';
import { buildVerificationMemory } from '../../adapters/postgres/verify/buildVerificationMemory';
import { buildWorkQueue } from '../../adapters/postgres/worker/buildWorkQueue';
import { buildClock } from '../../adapters/system/buildClock';
import { startTimer } from '../../adapters/system/startTimer';
import { buildNoteTexts } from '../../adapters/texts/buildNoteTexts';
import { buildStaffNotes } from '../../adapters/zendesk/buildStaffNotes';
import { buildZendeskChangedTickets } from '../../adapters/zendesk/buildZendeskChangedTickets';
import { buildZendeskDesk } from '../../adapters/zendesk/buildZendeskDesk';
import { buildDeskInspection } from '../../adapters/zendesk/check/buildDeskInspection';
import { buildOpenSidebars } from '../../adapters/zendesk/sidebars/buildOpenSidebars';
import { SIDEBAR_NEWS_EVENT } from '../../contract/sidebarNews';
import type { Policy } from '../../domain/policy/policy';
import type { Logger } from '../../use-cases/ports/logger';
import type { Telemetry } from '../../use-cases/ports/telemetry';
import { buildSignKeeper } from '../../use-cases/status/buildSignKeeper';
import { watchBilling } from '../../use-cases/status/watchBilling';
import type { Config } from '../config';
import { toZendeskSettings } from '../toZendeskSettings';
import { watchPort } from '../watchPort';
import { toZendeskCheck } from './toZendeskCheck';

/** What the adapters of a running bridge are made from. */
type Given = {
  config: Config;
  policy: Policy;
  logger: Logger;
  telemetry: Telemetry;
  pool: Pool;
  billingOptions: BillmanagerOptions;
};

/** Somebody waits for a page of counts; a command has more time for each. */
const COUNT_TIMEOUT_MS = 3_000;

/** Billing, whose answers and silences are noted for the status, and the keeper of such signs. */
function openBilling({ pool, logger, telemetry, billingOptions }: Given) {
  const signs = buildSignMemory(pool);
  const keeper = buildSignKeeper({ signs, clock: buildClock(), logger });
  const source = buildBillmanagerSource({ ...billingOptions, telemetry });
  return { signs, keeper, billing: watchBilling(source, keeper) };
}

/** What the use cases of a running bridge ask, each operation on ledger and queue watched. */
export function openAdapters(given: Given) {
  const { config, policy, logger, telemetry, pool } = given;
  const billingOptions = { ...given.billingOptions, callSlots: buildCallSlots(pool, logger) };
  const { billing, keeper, signs } = openBilling({ ...given, billingOptions });
  const limits = buildRequestLimits(pool);
  const zendesk = { ...toZendeskSettings(config), logger, clock: buildClock(), limits, telemetry };
  const deps = {
    clock: buildClock(),
    desk: buildZendeskDesk(zendesk),
    changedTickets: buildZendeskChangedTickets(zendesk),
    openSidebars:
      config.mode === 'shadow'
        ? { tell: () => undefined }
        : buildOpenSidebars({ ...zendesk, event: SIDEBAR_NEWS_EVENT }),
    billing,
    billingDirectory: billing,
    noteTexts: buildNoteTexts(policy.noteLanguage),
    ledger: watchPort(telemetry, 'ledger', buildLedger(pool, buildClock(), telemetry)),
    ledgerViews: buildLedgerViews(pool),
    factsMemory: buildFactsMemory(pool),
    sweepMemory: buildSweepMemory(pool),
    workLists: buildWorkLists(pool),
    reports: buildReports(pool),
    queue: watchPort(telemetry, 'queue', buildWorkQueue(pool, telemetry)),
    proof: buildLedgerProof(pool),
    verificationMemory: buildVerificationMemory(pool),
    decidedTickets: buildDecidedTickets(pool),
    staffNotes: buildStaffNotes(zendesk),
    nativeCounts:
      config.nativePlace && buildNativeCounts(billingOptions, config.nativePlace, COUNT_TIMEOUT_MS),
    signs,
    policy,
    logger,
    telemetry,
    wait: (ms: number) => setTimeout(ms),
  };
  /** What the look at the setup looks at. */
  const checked = {
    zendesk: { ...toZendeskCheck(config, policy), inspection: buildDeskInspection(zendesk) },
    billing: { inspection: buildBillingInspection(billingOptions), billing, policy },
    startTimer,
  };
  return { deps, checked, keeper };
}
