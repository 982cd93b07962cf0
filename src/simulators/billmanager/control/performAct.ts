import { SimulatorInputError } from '../../kit/control';
import type { FaultSwitch } from '../faults/faultSwitch';
import type { BillingStore } from '../state/billingStore';
import { toAmountText } from '../state/money';
import { endPartnership, makePartner } from '../state/partnership';
import { appendPackPurchase, appendProductPurchase } from '../state/purchases';
import type { AccountRow } from '../state/rows';
import type { Act, ActClient } from './parseAct';

/** What the page calls "down": a proxy that finds nobody behind it. */
const DOWN = { status: 502 };

/** Does it and returns a sentence that says so; throws SimulatorInputError for a client it cannot tell. `day` is today. */
export function performAct(
  act: Act,
  billing: { store: BillingStore; faults: FaultSwitch; day: string },
): string {
  const { store, faults, day } = billing;
  if (!('client' in act)) return switchPanel(act.action, faults);
  const { id: accountId, name } = findAccount(store, act.client);
  switch (act.action) {
    case 'pay':
      appendProductPurchase(store, { accountId, amountCents: act.amountCents, day });
      return `${name} paid EUR ${toAmountText(act.amountCents)} for products.`;
    case 'buy':
      appendPackPurchase(store, { accountId, credits: act.credits, day });
      return `${name} bought ${act.credits === 1 ? '1 credit' : `${String(act.credits)} credits`}.`;
    case 'make_partner':
      makePartner(store, { accountId, level: act.level });
      return `${name} is a partner (${act.level}).`;
    case 'end_partnership':
      endPartnership(store, accountId);
      return `${name} is no partner.`;
  }
}

function switchPanel(action: 'go_down' | 'come_back', faults: FaultSwitch): string {
  faults.set(action === 'go_down' ? DOWN : {});
  return action === 'go_down'
    ? 'BILLmanager is down: every call is answered with 502.'
    : 'BILLmanager is back and answers every call.';
}

function findAccount(store: BillingStore, client: ActClient): AccountRow {
  const { accounts, users } = store.rows();
  const ids = users.filter((user) => user.email === client.email).map((user) => user.accountId);
  const found = accounts.filter((row) => (client.account ? row.id === client.account : ids.includes(row.id)));
  const [account, another] = found;
  if (account === undefined) throw new SimulatorInputError('No such client: "email" or "account" wants one.');
  if (another !== undefined) {
    const choice = found.map((row) => row.id).join(', ');
    throw new SimulatorInputError(
      `${String(client.email)} has several accounts: say "account", one of ${choice}.`,
    );
  }
  return account;
}
