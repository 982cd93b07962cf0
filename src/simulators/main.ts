import { readSimulatorsConfig } from './readSimulatorsConfig';
import { PortTakenError, startSimulators } from './startSimulators';

/** How long a stop may take before the process goes anyway. */
const MAX_STOP_MS = 5_000;

/** Runs the simulators until it is told to stop; says in one JSON line on stdout when they listen. */
async function main(): Promise<void> {
  const stopped = waitForStop();
  const read = readSimulatorsConfig(process.env);
  if (!read.ok) return leave(read.problems);
  const simulators = await startSimulators(read.config);
  process.stdout.write(`${JSON.stringify({ ready: true, ...simulators.addresses })}\n`);
  await stopped;
  await simulators.close();
  if (process.connected) process.disconnect();
}

/** Resolves on SIGTERM and SIGINT, and when the parent that spawned this process with an IPC channel is gone. */
function waitForStop(): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      setTimeout(() => process.exit(1), MAX_STOP_MS).unref();
      resolve();
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
    process.on('disconnect', stop);
  });
}

function leave(sentences: string[]): never {
  for (const sentence of sentences) process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

main().catch((error: unknown) => {
  leave([
    error instanceof PortTakenError
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error),
  ]);
});
