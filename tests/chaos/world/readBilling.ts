/** An account as the panel's page shows it; amounts are texts like `243.00`. */
export type BillingAccount = {
  accountId: string;
  emails: string[];
  spent: string;
  returned: string;
  packs: number[];
  partnerLevel?: string;
  returnable: { id: string; left: string }[];
};

/** All accounts of billing, from the panel itself. */
export async function readBilling({ billmanagerUrl }: { billmanagerUrl: string }): Promise<BillingAccount[]> {
  const response = await fetch(`${billmanagerUrl}/_control/state`);
  if (!response.ok) throw new Error(`_control/state: ${response.status}`);
  return ((await response.json()) as { clients: BillingAccount[] }).clients;
}
