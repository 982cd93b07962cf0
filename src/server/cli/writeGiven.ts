import type { LedgerView } from '../../domain/credits/ledgerView';
import type { NewEntry } from '../../domain/credits/newEntry';
import type { Result } from '../../domain/result';
import { AdapterError } from '../../use-cases/ports/AdapterError';
import type { AppendOutcome, AppendRequest } from '../../use-cases/ports/ledger';
import type { Terminal } from './buildTerminal';
import type { OptionValues, Store } from './operatorCommand';

/** What an operator wants written, and how it is decided at a moment (ISO 8601). */
export type Given<Refusal extends string> = {
  billingAccountId: string;
  /** What will happen, in words: «grants 3 credits». */
  deed: string;
  toStatement(now: string): NewEntry;
  decide(view: LedgerView, now: string): Result<NewEntry[], Refusal>;
  refusals: Record<Refusal, string>;
};

/**
 * Tries it in a dry run, says what would happen, asks, and writes. `--dry-run` ends before the question, `--yes` answers
 * it. Exit codes: 0 written, already recorded, or dry run; 1 refused, `key_reused`, or not confirmed.
 */
export async function writeGiven<Refusal extends string>(
  given: Given<Refusal>,
  values: OptionValues,
  store: Store,
  terminal: Terminal,
): Promise<number> {
  const now = store.clock.now().toISOString();
  const { billingAccountId } = given;
  const request: AppendRequest = { billingAccountId, occurredAt: now, statement: given.toStatement(now) };
  const append = (isDryRun: boolean) =>
    store.ledger.appendDecided({ ...request, isDryRun }, (view) => given.decide(view, now));
  try {
    const preview = await append(true);
    if (preview.kind !== 'appended') return await report(preview, given, terminal);
    const change = `from ${preview.balanceBefore} to ${preview.balanceAfter}`;
    terminal.say(`This ${given.deed}; the balance of account ${billingAccountId} goes ${change}.\n`);
    if (values['dry-run'] === true) {
      terminal.say('Dry run: nothing was written.\n');
      return 0;
    }
    if (!(await isConfirmed(values, terminal))) return 1;
    return await report(await append(false), given, terminal);
  } catch (error) {
    if (!(error instanceof AdapterError) || error.code !== 'key_reused') throw error;
    terminal.say(`key_reused: ${error.message} Nothing was written.\n`);
    return 1;
  }
}

async function isConfirmed(values: OptionValues, terminal: Terminal): Promise<boolean> {
  if (values['yes'] === true) return true;
  if (!terminal.canAsk) {
    terminal.say('Nobody can be asked here: add --yes to write it. Nothing was written.\n');
    return false;
  }
  const isYes = await terminal.ask('Write it?');
  if (!isYes) terminal.say('Nothing was written.\n');
  return isYes;
}

async function report<Refusal extends string>(
  outcome: AppendOutcome<Refusal>,
  given: Given<Refusal>,
  terminal: Terminal,
): Promise<number> {
  switch (outcome.kind) {
    case 'appended':
      await terminal.write(`Written: ${outcome.entryKeys.join(', ')}. Balance ${outcome.balanceAfter}.\n`);
      return 0;
    case 'already_recorded':
      await terminal.write(
        `Already recorded at ${outcome.recordedAt}; the balance after it was ${outcome.balanceAfter}.\n`,
      );
      return 0;
    case 'refused':
      terminal.say(
        `${outcome.reason}: ${given.refusals[outcome.reason]} The balance is ${outcome.balanceBefore}.\n`,
      );
      return 1;
  }
}
