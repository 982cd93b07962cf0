import type { Trouble } from '../plan/disturbance';
import { control } from '../world/control';
import { readBilling } from '../world/readBilling';
import { tellBridge } from '../world/tellBridge';
import type { Stage } from './Stage';

/** Lets a client buy, pay or get money back; who has no account, or nothing to be returned, does nothing. */
export async function actInBilling(
  { plan, world }: Stage,
  { client, act, isTold }: Extract<Trouble, { kind: 'billing_act' }>,
): Promise<void> {
  const planned = plan.clients[client];
  const email =
    planned?.colleagueOf === undefined ? planned?.email : plan.clients[planned.colleagueOf]?.email;
  const account = (await readBilling(world)).find(
    ({ emails }) => email !== undefined && emails.includes(email),
  );
  if (account === undefined) return;
  if (act['action'] === 'return' && account.returnable.length === 0) return;
  if (act['action'] === 'make_partner' && account.partnerLevel !== undefined) return;
  if (act['action'] === 'end_partnership' && account.partnerLevel === undefined) return;
  await control(world.billmanagerUrl, 'act', { ...act, account: account.accountId });
  if (isTold) await tellBridge(world, account.accountId);
}
