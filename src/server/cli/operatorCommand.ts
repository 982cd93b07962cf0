import type { CheckBillingDeps } from '../../use-cases/check-billing/checkBilling';
import type { CheckZendeskDeps } from '../../use-cases/check-zendesk/checkZendesk';
import type { BackupFiles, BackupHead, BackupSource, NewFile } from '../../use-cases/ports/backup';
import type { FindingTexts } from '../../use-cases/ports/findingTexts';
import type { Clock } from '../../use-cases/ports/clock';
import type { Ledger } from '../../use-cases/ports/ledger';
import type { LedgerExport } from '../../use-cases/ports/ledgerExport';
import type { LedgerProof } from '../../use-cases/ports/ledgerProof';
import type { NativeCounts } from '../../use-cases/ports/shadowReport';
import type { ReportUnexplainedDeps } from '../../use-cases/reportUnexplained';
import type { RestoreDeps } from '../../use-cases/rebuild/restoreFamily';
import type { CompareTicketsDeps } from '../../use-cases/shadow/comparePage';
import type { SweepDeps } from '../../use-cases/sweepTickets';
import type { Terminal } from './buildTerminal';

/** What a command on the ledger works on. */
export type Store = { ledger: Ledger; proof: LedgerProof; export: LedgerExport; clock: Clock };

/**
 * What a sweep on the host works on; `wait` is for as long as Zendesk asks. `openRestore` opens what only a rebuilding needs:
 * it fails with `ConfigError` when the settings of billing are not there.
 */
export type SweepCommandDeps = SweepDeps &
  ReportUnexplainedDeps & { wait(ms: number): Promise<void>; openRestore(): Promise<RestoreDeps> };

/** Options as given on the command line: a text, or true for a switch. */
export type OptionValues = Readonly<Record<string, string | boolean | undefined>>;

type Described = {
  /** One line for the list of commands. */
  summary: string;
  /** How it is called, with its options. */
  usage: string;
  options: Record<string, { type: 'string' | 'boolean' }>;
};

/**
 * Reads the options (throws {@link UsageError} before anything is opened) and answers what runs on what was opened; that
 * answers the exit code.
 */
type Prepare<Opened> = (values: OptionValues, terminal: Terminal) => (opened: Opened) => Promise<number>;

/** A command on the ledger. It needs the settings of the database and nothing else. */
export type StoreCommand = Described & { needs: 'store'; prepare: Prepare<Store> };

/** How a look at what the bridge is connected to comes to it; each needs the settings of that system and nothing else. */
export type SetupOpeners = {
  openBilling(): Promise<CheckBillingDeps>;
  openZendesk(): Promise<CheckZendeskDeps>;
  findingTexts: FindingTexts;
};

/** A command on the connections to billing and Zendesk, which opens only what it looks at. */
export type SetupCommand = Described & { needs: 'setup'; prepare: Prepare<SetupOpeners> };

/** A command on changed tickets. It needs the settings of Zendesk and of the database. */
export type SweepCommand = Described & { needs: 'sweep'; prepare: Prepare<SweepCommandDeps> };

/** What the report of shadow mode works on; billing's own counts are read where it is known where they stand. */
export type ShadowDeps = CompareTicketsDeps & { nativeCounts: NativeCounts | undefined; clock: Clock };

/** A command on what shadow mode decided. It needs the settings of Zendesk and of the database. */
export type ShadowCommand = Described & { needs: 'shadow'; prepare: Prepare<ShadowDeps> };

/** What a backup is made of; a file that was begun is taken away when the command is told to end. */
export type BackupCommandDeps = { source: BackupSource; createFile(path: string): Promise<NewFile> };

/** A command that reads the whole database. It needs its settings and nothing else. */
export type BackupCommand = Described & { needs: 'backup'; prepare: Prepare<BackupCommandDeps> };

/** What a backup is restored to; `openTarget` opens the database for this command alone, once the file is known to be good. */
export type RestoreCommandDeps = {
  mode: BackupHead['mode'];
  files: BackupFiles;
  openTarget(): Promise<{ databaseUrl: string; proof: LedgerProof }>;
};

/** A command that fills a database. It needs its settings and nothing else. */
export type RestoreCommand = Described & { needs: 'restore'; prepare: Prepare<RestoreCommandDeps> };

/** A command that an operator runs on the host. */
export type OperatorCommand =
  StoreCommand | SetupCommand | SweepCommand | ShadowCommand | BackupCommand | RestoreCommand;

/** How a command comes to what it needs. */
export type Openers = SetupOpeners & {
  openStore(): Promise<Store>;
  openSweep(): Promise<SweepCommandDeps>;
  openShadow(): Promise<ShadowDeps>;
  openBackup(): Promise<BackupCommandDeps>;
  openRestore(): Promise<RestoreCommandDeps>;
};
