import { readBalanceCents } from '../../state/balance';
import { toAmountText } from '../../state/money';
import { PROJECTS, projectOf } from '../../state/projects';
import { wrapInEnvelope } from '../../wire/envelope';
import type { BillingFunction } from '../billingFunction';

/** The caller itself, all in attributes (billmanager.md 3). The service user is an employee: level 29, no money. */
export const WHOAMI: BillingFunction = {
  level: 16,
  answer: (call) => {
    const { caller, billing } = call;
    const index = billing.store.index();
    const account = caller.accountId === undefined ? undefined : index.account(caller.accountId);
    return wrapInEnvelope(call, {
      user: {
        $id: caller.userId,
        $name: caller.name,
        $realname: caller.realname,
        $email: caller.name.includes('@') ? caller.name : `${caller.name}@staff.test`,
        $phone: '',
        $level: String(caller.level),
        $balance: toAmountText(account === undefined ? 0 : readBalanceCents(index, account.id)),
        $currency: (account === undefined ? PROJECTS[0] : projectOf(account)).currency,
        $email_verified: 'on',
      },
    });
  },
};
