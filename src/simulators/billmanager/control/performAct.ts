import { SimulatorInputError } from '../../kit/control';
import type { FaultSwitch } from '../faults/faultSwitch';
import type { PanelSettings } from '../settings/panelSettings';
import type { BillingStore } from '../state/billingStore';
import { toAmountText } from '../state/money';
import { endPartnership, makePartner } from '../state/partnership';
import { appendPayment, readReturnableCents, returnPayment } from '../state/payments';
import { projectOf } from '../state/projects';
import { buyPack, buyProduct } from '../state/purchases';
import type { AccountRow } from '../state/rows';
import type { Act, ActClient } from './parseAct';

/** What the page calls "down": a proxy that finds nobody behind it. */
const DOWN = { status: 502 };

/** What acts change, and the day on which they do. */
type Stage = {
  store: BillingStore;
  faults: FaultSwitch;
  setSettings(settings: PanelSettings): void;
  day: string;
};

/**
 * Does it and returns a sentence that says so, with the account it was done for; throws SimulatorInputError for what
 * cannot be done.
 */
export function performAct(act: Act, stage: Stage): { text: string; accountId?: string } {
  if (!('client' in act)) return { text: switchPanel(act, stage) };
  const account = findAccount(stage.store, act.client);
  return { text: performFor(account, act, stage), accountId: account.id };
}

function performFor(account: AccountRow, act: Extract<Act, { client: ActClient }>, stage: Stage): string {
  const { store, day } = stage;
  const { id: accountId, name } = account;
  const money = (cents: number): string => `${projectOf(account).currency} ${toAmountText(cents)}`;
  switch (act.action) {
    case 'pay':
      buyProduct(store, { accountId, amountCents: act.amountCents, day });
      return `${name} paid ${money(act.amountCents)} for products.`;
    case 'top_up':
      appendPayment(store, { accountId, amountCents: act.amountCents, day, statusCode: '4' });
      return `${name} topped up the balance by ${money(act.amountCents)}.`;
    case 'buy':
      buyPack(store, { account, order: { credits: act.credits }, day });
      return `${name} bought ${act.credits === 1 ? '1 credit' : `${String(act.credits)} credits`}.`;
    case 'return': {
      const { number, cents } = giveBack(store, accountId, act, day);
      return `${name} got back ${money(cents)} of payment ${number}.`;
    }
    case 'make_partner':
      makePartner(store, { accountId, level: act.level });
      return `${name} is a partner (${act.level}).`;
    case 'end_partnership':
      endPartnership(store, accountId);
      return `${name} is no partner.`;
  }
}

/** Gives back what is left of a payment, or a part of it; without a payment named, of the latest that has something left. */
function giveBack(
  store: BillingStore,
  accountId: string,
  wanted: { paymentId?: string; amountCents?: number },
  day: string,
): { number: string; cents: number } {
  const { paymentId } = wanted;
  const payment = store
    .index()
    .paymentsOf(accountId)
    .filter((row) => (paymentId === undefined ? readReturnableCents(store, row) > 0 : row.id === paymentId))
    .at(-1);
  if (payment === undefined)
    throw new SimulatorInputError('This client has no payment that could be returned.');
  const cents = wanted.amountCents ?? readReturnableCents(store, payment);
  const outcome = returnPayment(store, payment, { amountCents: cents, day });
  if (!outcome.isReturned) {
    throw new SimulatorInputError(
      outcome.reason === 'not_credited'
        ? `Payment ${payment.number} has nothing that could be returned.`
        : `"amount" wants no more than ${toAmountText(readReturnableCents(store, payment))}, which is left of it.`,
    );
  }
  return { number: payment.number, cents };
}

function switchPanel(act: Exclude<Act, { client: ActClient }>, { faults, setSettings }: Stage): string {
  switch (act.action) {
    case 'go_down':
      faults.set(DOWN);
      return 'BILLmanager is down: every call is answered with 502.';
    case 'misbehave':
      faults.set(act.faults);
      return 'BILLmanager misbehaves from now on.';
    case 'come_back':
      faults.set({});
      return 'BILLmanager is back and answers every call.';
    case 'usual_settings':
      setSettings({});
      return 'BILLmanager is set up as usual.';
  }
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
