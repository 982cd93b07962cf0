import type { Clock } from '../../use-cases/ports/clock';
import type { Ledger } from '../../use-cases/ports/ledger';
import type { LedgerExport } from '../../use-cases/ports/ledgerExport';
import type { LedgerProof } from '../../use-cases/ports/ledgerProof';
import type { Terminal } from './buildTerminal';

/** What a command on the host works on. */
export type Store = { ledger: Ledger; proof: LedgerProof; export: LedgerExport; clock: Clock };

/** Options as given on the command line: a text, or true for a switch. */
export type OptionValues = Readonly<Record<string, string | boolean | undefined>>;

/** A command that an operator runs on the host. It needs the settings of the database and nothing else. */
export type OperatorCommand = {
  /** One line for the list of commands. */
  summary: string;
  /** How it is called, with its options. */
  usage: string;
  options: Record<string, { type: 'string' | 'boolean' }>;
  /**
   * Reads the options (throws {@link UsageError} before anything is opened) and answers what runs on the store; that
   * answers the exit code.
   */
  prepare(values: OptionValues, terminal: Terminal): (store: Store) => Promise<number>;
};
