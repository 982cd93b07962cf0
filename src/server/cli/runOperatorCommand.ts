import { parseArgs } from 'node:util';
import type { Terminal } from './buildTerminal';
import type { Openers, OperatorCommand, OptionValues } from './operatorCommand';
import { UsageError } from './UsageError';

/**
 * Reads the options, opens what the command needs and runs it; answers the exit code: 2 with the usage when the command
 * line is wrong, before anything is opened.
 */
export async function runOperatorCommand(
  command: OperatorCommand,
  args: readonly string[],
  terminal: Terminal,
  openers: Openers,
): Promise<number> {
  let run: () => Promise<number>;
  try {
    run = prepare(command, parseOptions(command, args), terminal, openers);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.say(`${error.message}\n\nUsage: ${command.usage}\n`);
    return 2;
  }
  return run();
}

function prepare(
  command: OperatorCommand,
  values: OptionValues,
  terminal: Terminal,
  openers: Openers,
): () => Promise<number> {
  if (command.needs === 'store') {
    const run = command.prepare(values, terminal);
    return async () => run(await openers.openStore());
  }
  if (command.needs === 'sweep') {
    const run = command.prepare(values, terminal);
    return async () => run(await openers.openSweep());
  }
  if (command.needs === 'shadow') {
    const run = command.prepare(values, terminal);
    return async () => run(await openers.openShadow());
  }
  if (command.needs === 'backup') {
    const run = command.prepare(values, terminal);
    return async () => run(await openers.openBackup());
  }
  if (command.needs === 'restore') {
    const run = command.prepare(values, terminal);
    return async () => run(await openers.openRestore());
  }
  const run = command.prepare(values, terminal);
  return () => run(openers);
}

function parseOptions(command: OperatorCommand, args: readonly string[]): OptionValues {
  try {
    return parseArgs({ args: joinNegatives(args), options: command.options, strict: true }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** `--credits -3` reads as two options; what an operator means is `--credits=-3`. */
function joinNegatives(args: readonly string[]): string[] {
  const joined: string[] = [];
  for (const arg of args) {
    const before = joined.at(-1);
    if (/^-\d/.test(arg) && before?.startsWith('--') && !before.includes('=')) {
      joined[joined.length - 1] = `${before}=${arg}`;
    } else joined.push(arg);
  }
  return joined;
}
