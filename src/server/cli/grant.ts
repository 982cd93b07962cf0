import { decideGivenGrant } from '../../domain/credits/decideGivenGrant';
import type { GivenGrant } from '../../domain/credits/decideGivenGrant';
import { describeCredits } from './describeCredits';
import type { StoreCommand } from './operatorCommand';
import { readChoice, readCredits, readKey, readText, readTime } from './readOption';
import { UsageError } from './UsageError';
import { writeGiven } from './writeGiven';

/** `support-credits grant`: gives a client credits for a written reason. */
export const grant: StoreCommand = {
  needs: 'store',
  summary: 'give a client credits, for a written reason',
  usage:
    'support-credits grant --account ID --credits N --source goodwill|adjustment [--expires TIME]\n' +
    '                      --reason TEXT --actor NAME --key CASE [--yes | --dry-run]',
  options: {
    account: { type: 'string' },
    credits: { type: 'string' },
    source: { type: 'string' },
    expires: { type: 'string' },
    reason: { type: 'string' },
    actor: { type: 'string' },
    key: { type: 'string' },
    yes: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
  },
  prepare: (values, terminal) => {
    const billingAccountId = readText(values, 'account');
    const given: GivenGrant = {
      key: readKey(values),
      source: readChoice(values, 'source', ['goodwill', 'adjustment'] as const),
      amountCredits: readCredits(values, 'credits'),
      expiresAt: values['expires'] === undefined ? undefined : readTime(values, 'expires'),
      reason: readText(values, 'reason'),
      actor: { kind: 'operator', name: readText(values, 'actor') },
    };
    if (given.amountCredits < 0) throw new UsageError('--credits is below zero: use adjust to take credits.');
    return (store) =>
      writeGiven(
        {
          billingAccountId,
          deed: `grants ${describeCredits(given.amountCredits)} (${given.source}, ${describeEnd(given.expiresAt)})`,
          toStatement: (now) => ({
            ...given,
            kind: 'grant',
            isPaid: false,
            effectiveAt: now,
            repays: [],
            proof: {},
            spendStep: undefined,
          }),
          decide: (view, now) => decideGivenGrant(given, view, now),
          refusals: { already_ended: 'a grant that has ended would be of no use.' },
        },
        values,
        store,
        terminal,
      );
  },
};

function describeEnd(expiresAt: string | undefined): string {
  return expiresAt === undefined ? 'without an end' : `until ${expiresAt}`;
}
