import { StopList } from '../stopList';
import { describeStartError } from './describeStartError';
import { waitForStopSignal } from './waitForStopSignal';

/** The commands of the bridge. `serve` runs until it is told to stop, the others end by themselves. */
export type Commands = { serve(stops: StopList): Promise<void>; migrate(stops: StopList): Promise<void> };

const USAGE = `Usage: support-credits <command>

  serve     run the bridge (the default)
  migrate   bring the database to the newest schema, then end

Configuration comes from the environment; see src/server/README.md.
`;

/** Whole stop, everything together; less than the 10 s after which supervisors kill. What has not ended is cut off. */
const STOP_TIMEOUT_MS = 9_500;

/**
 * Runs the command named on the command line and ends the process: 0 when it was told to stop or is done, 1 when it
 * could not start or broke (with one clear message on standard error), 2 for a command that does not exist.
 */
export async function runCommand(commands: Commands): Promise<void> {
  const [name = 'serve', ...rest] = process.argv.slice(2);
  if (rest.length > 0 || (name !== 'serve' && name !== 'migrate')) {
    process.stderr.write(USAGE);
    process.exitCode = name === 'help' || name === '--help' ? 0 : 2;
    return;
  }
  const stops = new StopList();
  const stopped = waitForStopSignal();
  let exitCode = 0;
  try {
    // Told to stop while still starting: what was started so far is stopped, the rest is never begun.
    const work = commands[name](stops);
    await Promise.race([work, stopped]);
    if (name === 'serve') await stopped;
  } catch (error) {
    process.stderr.write(`${describeStartError(error)}\n`);
    exitCode = 1;
  }
  const isClean = await stops.stopAll(STOP_TIMEOUT_MS);
  process.exit(isClean ? exitCode : 1);
}
