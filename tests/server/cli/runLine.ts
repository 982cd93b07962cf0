import { buildFindingTexts } from '../../../src/adapters/texts/buildFindingTexts';
import type { Openers } from '../../../src/server/cli/operatorCommand';
import { OPERATOR_COMMANDS } from '../../../src/server/cli/operatorCommands';
import { runOperatorCommand } from '../../../src/server/cli/runOperatorCommand';

/** Runs a command line with a terminal that remembers what was said; what the command does not need is not there. */
export async function runLine(line: string, openers: Partial<Openers>, { isWatched = false } = {}) {
  const [name = '', ...args] = line.split(' ');
  const said = { out: '', err: '' };
  const terminal = {
    write: async (text: string) => void (said.out += text),
    say: (text: string) => void (said.err += text),
    isWatched,
    canAsk: false,
    ask: () => Promise.reject(new Error('nothing is asked')),
  };
  const notNeeded = () => Promise.reject(new Error('the command needs something else'));
  const all = {
    openStore: notNeeded,
    openBilling: notNeeded,
    openZendesk: notNeeded,
    openSweep: notNeeded,
    openShadow: notNeeded,
    openBackup: notNeeded,
    openRestore: notNeeded,
    findingTexts: buildFindingTexts(),
    ...openers,
  };
  const code = await runOperatorCommand(OPERATOR_COMMANDS.get(name)!, args, terminal, all);
  return { code, ...said };
}
