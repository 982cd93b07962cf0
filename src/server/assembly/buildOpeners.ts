import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { buildBillmanagerSource } from '../../adapters/billmanager/buildBillmanagerSource';
import { buildNativeCounts } from '../../adapters/billmanager/buildNativeCounts';
import { buildBillingInspection } from '../../adapters/billmanager/check/buildBillingInspection';
import { buildCallSlots } from '../../adapters/postgres/buildCallSlots';
import { buildDecidedTickets } from '../../adapters/postgres/buildDecidedTickets';
import { buildFactsMemory } from '../../adapters/postgres/buildFactsMemory';
import { buildLedger } from '../../adapters/postgres/buildLedger';
import { buildLedgerExport } from '../../adapters/postgres/buildLedgerExport';
import { buildRequestLimits } from '../../adapters/postgres/buildRequestLimits';
import { buildSweepMemory } from '../../adapters/postgres/buildSweepMemory';
import { buildLedgerProof } from '../../adapters/postgres/verify/buildLedgerProof';
import { buildWorkQueue } from '../../adapters/postgres/worker/buildWorkQueue';
import { buildClock } from '../../adapters/system/buildClock';
import { buildLogger } from '../../adapters/system/buildLogger';
import { buildFindingTexts } from '../../adapters/texts/buildFindingTexts';
import { buildStaffNotes } from '../../adapters/zendesk/buildStaffNotes';
import { buildZendeskChangedTickets } from '../../adapters/zendesk/buildZendeskChangedTickets';
import { buildZendeskDesk } from '../../adapters/zendesk/buildZendeskDesk';
import { buildDeskInspection } from '../../adapters/zendesk/check/buildDeskInspection';
import type { NativePlace } from '../../adapters/billmanager/readNativeCount';
import type { CheckBillingDeps } from '../../use-cases/check-billing/checkBilling';
import type { CheckZendeskDeps } from '../../use-cases/check-zendesk/checkZendesk';
import type { Logger } from '../../use-cases/ports/logger';
import type { ShadowDeps, Store, SweepCommandDeps } from '../cli/operatorCommand';
import type { Commands } from '../cli/runCommand';
import {
  ConfigError,
  readBillingConfig,
  readDatabaseConfig,
  readShadowConfig,
  readSweepConfig,
  readZendeskSetupConfig,
} from '../config';
import { loadPolicy } from '../policy/loadPolicy';
import type { StopList } from '../stopList';
import { toStaffField } from '../toStaffField';
import { toZendeskSettings } from '../toZendeskSettings';
import { explainLoss } from './explainLoss';
import { openBackup } from './openBackup';
import { openForCommand } from './openDatabase';
import type { CommandDatabase, OpenForCommand } from './openDatabase';
import { openRestore } from './openRestore';
import { readBillingOptions } from './readBillingOptions';
import { toZendeskCheck } from './toZendeskCheck';

type Environment = Readonly<Record<string, string | undefined>>;

/** How the commands of an operator come to what they need: the log goes to standard error, results alone to standard output. */
export function buildOpeners(environment: Environment): Omit<Commands, 'serve' | 'migrate'> {
  let opened: CommandDatabase | undefined;
  const openFor =
    (stops: StopList): OpenForCommand =>
    async (config, logger) =>
      (opened = await openForCommand(config, logger, stops));
  return {
    openStore: (stops) => openStore(environment, openFor(stops)),
    openBilling: () => openBilling(environment),
    openZendesk: () => openZendesk(environment),
    openSweep: (stops) => openSweep(environment, openFor(stops)),
    openShadow: (stops) => openShadow(environment, openFor(stops)),
    openBackup: (stops) => openBackup(readDatabaseConfig(environment), openFor(stops), stops),
    openRestore: async (stops) => openRestore(readDatabaseConfig(environment), stops),
    explainFailure: async (error) =>
      opened?.joinedFolder === undefined ? error : explainLoss(error, opened.joinedFolder),
    findingTexts: buildFindingTexts(),
  };
}

async function openStore(environment: Environment, open: OpenForCommand): Promise<Store> {
  const { pool } = await open(readDatabaseConfig(environment), buildLogger('warn', process.stderr));
  const clock = buildClock();
  return {
    ledger: buildLedger(pool, clock),
    proof: buildLedgerProof(pool),
    export: buildLedgerExport(pool),
    clock,
  };
}

/** What a sweep finds is told once, not logged as well. */
async function openSweep(environment: Environment, open: OpenForCommand): Promise<SweepCommandDeps> {
  const config = readSweepConfig(environment);
  const [logger, clock] = [buildLogger('error', process.stderr), buildClock()];
  const { pool } = await open(config, logger);
  const zendesk = { ...toZendeskSettings(config), logger, clock, limits: buildRequestLimits(pool) };
  return {
    changedTickets: buildZendeskChangedTickets(zendesk),
    sweepMemory: buildSweepMemory(pool),
    clock,
    logger,
    wait: (ms) => setTimeout(ms),
    openRestore: async () => {
      const { policy, options } = await openBillingOptions(environment, logger);
      return {
        desk: buildZendeskDesk(zendesk),
        billing: buildBillmanagerSource({ ...options, callSlots: buildCallSlots(pool, logger) }),
        ledger: buildLedger(pool, clock),
        factsMemory: buildFactsMemory(pool),
        queue: buildWorkQueue(pool),
        clock,
        policy,
        logger,
      };
    },
  };
}

/** For the report of shadow mode: Zendesk is only read, and only the shadow's ledger is. */
async function openShadow(environment: Environment, open: OpenForCommand): Promise<ShadowDeps> {
  const config = readShadowConfig(environment);
  if (config.mode !== 'shadow') {
    throw new ConfigError(['MODE wants shadow, as the bridge has it whose decisions are to be reported.']);
  }
  const [logger, clock] = [buildLogger('error', process.stderr), buildClock()];
  const { pool } = await open(config, logger);
  const zendesk = { ...toZendeskSettings(config), logger, clock, limits: buildRequestLimits(pool) };
  const { nativePlace } = config;
  const openCounts = async (place: NativePlace) => {
    const { options } = await openBillingOptions(environment, logger);
    return buildNativeCounts({ ...options, callSlots: buildCallSlots(pool, logger) }, place);
  };
  return {
    decidedTickets: buildDecidedTickets(pool),
    staffNotes: buildStaffNotes(zendesk),
    staffField: toStaffField(config),
    nativeCounts: nativePlace && (await openCounts(nativePlace)),
    clock,
  };
}

/** For the look at the connection to billing: what it finds is told once, not logged as well. */
async function openBilling(environment: Environment): Promise<CheckBillingDeps> {
  const { policy, options } = await openBillingOptions(environment, buildLogger('error', process.stderr));
  return { inspection: buildBillingInspection(options), billing: buildBillmanagerSource(options), policy };
}

/** For the look at how Zendesk is set up: what it finds is told once, not logged as well. */
async function openZendesk(environment: Environment): Promise<CheckZendeskDeps> {
  const config = readZendeskSetupConfig(environment);
  const policy = await loadPolicy(config.policyFile, (path) => readFile(path, 'utf8'));
  const [logger, clock] = [buildLogger('error', process.stderr), buildClock()];
  const inspection = buildDeskInspection({ ...toZendeskSettings(config), logger, clock });
  return { ...toZendeskCheck(config, policy), inspection };
}

/** Billing by its own settings and the policy alone. */
async function openBillingOptions(environment: Environment, logger: Logger) {
  const config = readBillingConfig(environment);
  const policy = await loadPolicy(config.policyFile, (path) => readFile(path, 'utf8'));
  return { policy, options: await readBillingOptions(config, policy, logger) };
}
