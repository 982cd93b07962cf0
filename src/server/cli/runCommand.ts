import { StopList } from '../stopList';
import { buildTerminal } from './buildTerminal';
import { describeCommandError } from './describeCommandError';
import { describeStartError } from './describeStartError';
import type {
  BackupCommandDeps,
  RestoreCommandDeps,
  SetupOpeners,
  ShadowDeps,
  Store,
  SweepCommandDeps,
} from './operatorCommand';
import { OPERATOR_COMMANDS } from './operatorCommands';
import { runOperatorCommand } from './runOperatorCommand';
import { renderUsage } from './usage';
import { waitForStopSignal } from './waitForStopSignal';

/** What runs with the whole bridge's configuration, and how the others come to what they need. */
export type Commands = SetupOpeners & {
  /** Runs until it is told to stop. */
  serve(stops: StopList): Promise<void>;
  migrate(stops: StopList): Promise<void>;
  openStore(stops: StopList): Promise<Store>;
  openSweep(stops: StopList): Promise<SweepCommandDeps>;
  openShadow(stops: StopList): Promise<ShadowDeps>;
  openBackup(stops: StopList): Promise<BackupCommandDeps>;
  openRestore(stops: StopList): Promise<RestoreCommandDeps>;
  /** Names the failure of a command by what became of the database meanwhile, where that explains it. */
  explainFailure(error: unknown): Promise<unknown>;
};

/** Whole stop, everything together; less than the 10 s after which supervisors kill. What has not ended is cut off. */
const STOP_TIMEOUT_MS = 9_500;

/**
 * Runs the command named on the command line and ends the process: 0 when it is done or was told to stop serving, 1 when
 * it could not start, broke, was cut short, or found what it looks for (with one clear message on standard error), 2 for
 * a command line that means nothing.
 */
export async function runCommand(commands: Commands): Promise<void> {
  const [name = 'serve', ...args] = process.argv.slice(2);
  const work = toWork(commands, name, args);
  if (work === undefined) {
    process.stderr.write(renderUsage());
    process.exitCode = name === 'help' || name === '--help' ? 0 : 2;
    return;
  }
  const stops = new StopList();
  const stopped = waitForStopSignal();
  let exitCode: number;
  try {
    // Told to stop while still starting: what was started so far is stopped, the rest is never begun.
    exitCode = await Promise.race([work(stops), stopped.then(() => (name === 'serve' ? 0 : 1))]);
    if (name === 'serve') await stopped;
  } catch (error) {
    const describe = OPERATOR_COMMANDS.has(name) ? describeCommandError : describeStartError;
    process.stderr.write(`${describe(await commands.explainFailure(error))}\n`);
    exitCode = 1;
  }
  const isClean = await stops.stopAll(STOP_TIMEOUT_MS);
  process.exit(isClean ? exitCode : 1);
}

/** The work of a command, which answers its exit code; undefined when there is no such command. */
function toWork(
  commands: Commands,
  name: string,
  args: readonly string[],
): ((stops: StopList) => Promise<number>) | undefined {
  if (name === 'serve' || name === 'migrate') {
    if (args.length > 0) return undefined;
    return async (stops) => {
      await commands[name](stops);
      return 0;
    };
  }
  const command = OPERATOR_COMMANDS.get(name);
  return (
    command &&
    ((stops) =>
      runOperatorCommand(command, args, buildTerminal(), {
        openStore: () => commands.openStore(stops),
        openBilling: () => commands.openBilling(),
        openZendesk: () => commands.openZendesk(),
        findingTexts: commands.findingTexts,
        openSweep: () => commands.openSweep(stops),
        openShadow: () => commands.openShadow(stops),
        openBackup: () => commands.openBackup(stops),
        openRestore: () => commands.openRestore(stops),
      }))
  );
}
