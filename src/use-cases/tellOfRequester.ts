import type { Ledger } from './ports/ledger';
import type { OpenSidebars } from './ports/openSidebars';

/** What telling of a requester needs. */
export type TellOfRequesterDeps = { ledger: Ledger; openSidebars: OpenSidebars };

/** Lets open sidebars know that the account of a requester may have changed; of who is no client there is nothing to tell. */
export async function tellOfRequester(
  { ledger, openSidebars }: TellOfRequesterDeps,
  requesterId: string,
): Promise<void> {
  const billingAccountId = (await ledger.readRequester(requesterId))?.billingAccountId;
  if (billingAccountId !== undefined) openSidebars.tell({ billingAccountId });
}
