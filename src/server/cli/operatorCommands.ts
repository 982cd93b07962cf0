import { adjust } from './adjust';
import { backup } from './backup';
import { balance } from './balance';
import { exportEntries } from './export';
import { grant } from './grant';
import type { OperatorCommand } from './operatorCommand';
import { restore } from './restore';
import { setup } from './setup';
import { shadowReport } from './shadowReport';
import { sweep } from './sweep';
import { verify } from './verify';

/** The commands of an operator by name, in the order in which they are listed. */
export const OPERATOR_COMMANDS: ReadonlyMap<string, OperatorCommand> = new Map<string, OperatorCommand>([
  ['setup', setup],
  ['sweep', sweep],
  ['shadow-report', shadowReport],
  ['balance', balance],
  ['grant', grant],
  ['adjust', adjust],
  ['verify', verify],
  ['export', exportEntries],
  ['backup', backup],
  ['restore', restore],
]);
