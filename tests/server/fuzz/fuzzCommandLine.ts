import * as fc from 'fast-check';
import { buildFindingTexts } from '../../../src/adapters/texts/buildFindingTexts';
import type { Openers } from '../../../src/server/cli/operatorCommand';
import { OPERATOR_COMMANDS } from '../../../src/server/cli/operatorCommands';
import { runOperatorCommand } from '../../../src/server/cli/runOperatorCommand';

/** Thrown where a command would begin its work: its line was understood. */
class Understood extends Error {}

const begin = () => Promise.reject(new Understood());
const openers: Openers = {
  openStore: begin,
  openBilling: begin,
  openZendesk: begin,
  openSweep: begin,
  openShadow: begin,
  openBackup: begin,
  openRestore: begin,
  findingTexts: buildFindingTexts(),
};

const value = fc.oneof(
  fc.constantFrom(
    '1001',
    '-1',
    '+5',
    '0',
    '1e3',
    '10001',
    'goodwill',
    'csv',
    'jsonl',
    'table',
    '',
    ' ',
    '--',
    '-',
    '-1-2',
  ),
  fc.constantFrom(
    '2026-12-31T23:59:59Z',
    '2026-02-31T00:00:00Z',
    '9999-99-99T99:99:99Z',
    'occurred',
    'CASE-1',
    '__proto__',
  ),
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 10 }),
);

/** The name of a command and arguments: its own options with wild values, and whatever else. */
const line = fc.constantFrom(...OPERATOR_COMMANDS.keys()).chain((name) => {
  const options = Object.keys(OPERATOR_COMMANDS.get(name)?.options ?? {});
  const option = fc.oneof(
    fc.tuple(fc.constantFrom(...options), value).map(([key, given]) => [`--${key}`, given]),
    fc.tuple(fc.constantFrom(...options), value).map(([key, given]) => [`--${key}=${given}`]),
    fc.constantFrom(...options).map((key) => [`--${key}`]),
    value.map((given) => [given]),
    value.map((given) => [`--${given}`]),
  );
  return fc.record({
    name: fc.constant(name),
    args: fc.array(option, { maxLength: 8 }).map((all) => all.flat()),
  });
});

/**
 * Reads wild command lines as the bridge does, up to where a command would open what it works on. Each is understood, or
 * answered with the usage and 2; answers the first that is neither.
 */
export async function fuzzCommandLine(options: {
  lines: number;
  seed: number;
}): Promise<{ understood: number; faults: string[] }> {
  let understood = 0;
  const property = fc.asyncProperty(line, async ({ name, args }) => {
    let said = '';
    const terminal = {
      write: async () => undefined,
      say: (text: string) => void (said += text),
      isWatched: false,
      canAsk: false,
      ask: async () => false,
    };
    try {
      const code = await runOperatorCommand(OPERATOR_COMMANDS.get(name)!, args, terminal, openers);
      if (code !== 2 || !said.includes('Usage: '))
        throw new Error(`It ended with ${code}, saying «${said}».`);
      if (/\n\s+at /.test(said)) throw new Error(`It showed a trace: ${said}`);
    } catch (error) {
      if (!(error instanceof Understood)) throw error;
      understood += 1;
    }
  });
  const details = await fc.check(property, { numRuns: options.lines, seed: options.seed });
  const faults = details.failed
    ? [`${JSON.stringify(details.counterexample)}: ${String(details.errorInstance)}`]
    : [];
  return { understood, faults };
}
