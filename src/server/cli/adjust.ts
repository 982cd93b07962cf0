import { decideGivenAdjustment } from '../../domain/credits/decideGivenAdjustment';
import type { GivenAdjustment } from '../../domain/credits/decideGivenAdjustment';
import { describeCredits } from './describeCredits';
import type { StoreCommand } from './operatorCommand';
import { readCredits, readKey, readText } from './readOption';
import { UsageError } from './UsageError';
import { writeGiven } from './writeGiven';

/** `support-credits adjust`: takes credits of a client for a written reason. */
export const adjust: StoreCommand = {
  needs: 'store',
  summary: 'take credits of a client, for a written reason',
  usage:
    'support-credits adjust --account ID --credits -N --reason TEXT --actor NAME --key CASE\n' +
    '                       [--allow-debt] [--yes | --dry-run]',
  options: {
    account: { type: 'string' },
    credits: { type: 'string' },
    reason: { type: 'string' },
    actor: { type: 'string' },
    key: { type: 'string' },
    'allow-debt': { type: 'boolean' },
    yes: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
  },
  prepare: (values, terminal) => {
    const billingAccountId = readText(values, 'account');
    const credits = readCredits(values, 'credits');
    if (credits > 0) {
      throw new UsageError('--credits wants a leading minus: use grant --source adjustment to give credits.');
    }
    const given: GivenAdjustment = {
      key: readKey(values),
      amountCredits: -credits,
      isDebtAllowed: values['allow-debt'] === true,
      reason: readText(values, 'reason'),
      actor: { kind: 'operator', name: readText(values, 'actor') },
    };
    const { key, amountCredits, actor } = given;
    return (store) =>
      writeGiven(
        {
          billingAccountId,
          deed: `takes ${describeCredits(amountCredits)}`,
          toStatement: () => ({ kind: 'adjustment', key, amountCredits, allocations: [], proof: {}, actor }),
          decide: (view, now) => decideGivenAdjustment(given, view, now),
          refusals: {
            insufficient_credits: 'the client cannot spend as many now; --allow-debt would leave a debt.',
          },
        },
        values,
        store,
        terminal,
      );
  },
};
