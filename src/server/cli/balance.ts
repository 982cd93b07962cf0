import type { StoreCommand } from './operatorCommand';
import { readChoice, readText, readTime } from './readOption';

/** `support-credits balance`: the balance of a client now, or at a moment of the past by either clock. */
export const balance: StoreCommand = {
  needs: 'store',
  summary: 'the balance of a client, now or at a moment of the past',
  usage: 'support-credits balance --account ID [--as-of TIME] [--clock occurred|recorded]',
  options: { account: { type: 'string' }, 'as-of': { type: 'string' }, clock: { type: 'string' } },
  prepare: (values, terminal) => {
    const account = readText(values, 'account');
    const at = values['as-of'] === undefined ? undefined : readTime(values, 'as-of');
    const clock =
      values['clock'] === undefined
        ? 'occurred'
        : readChoice(values, 'clock', ['occurred', 'recorded'] as const);
    return async ({ ledger }) => {
      const credits =
        at === undefined
          ? (await ledger.readTotals(account)).balanceCredits
          : await ledger.readBalanceAsOf(account, at, clock);
      await terminal.write(`${credits}\n`);
      return 0;
    };
  },
};
