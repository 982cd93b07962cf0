import type { AccountFacts } from '../../domain/accounts/accountFacts';
import type { BillingSource, ClientMatch } from '../../use-cases/ports/billingSource';
import { withDeadline } from '../system/withDeadline';
import { DEFAULT_COLUMNS } from './billmanagerColumns';
import type { BillmanagerColumns } from './billmanagerColumns';
import { buildPanel } from './buildPanel';
import type { PanelOptions } from './buildPanel';
import { buildPartnerReader } from './buildPartnerReader';
import { buildSingleFlight } from './buildSingleFlight';
import type { Row } from './decodeDocument';
import { readAccountName } from './readAccountName';
import { readAccountRows } from './readAccountRows';
import { foldEmail, readClient } from './readClient';
import type { Reading } from './reading';
import { sumSpend, toExpenses } from './toExpenses';
import { toPanelError } from './toAdapterError';
import { toPacks } from './toPacks';

/** A reading takes a few calls one after another and waits for a slot before each. */
const READING_TIMEOUTS = 4;

/** How BILLmanager is reached, and what an install calls things. */
export type BillmanagerOptions = Omit<PanelOptions, 'timeoutMs'> & {
  /** For one try of a call, from the moment it is sent; a reading has four times that as a whole, waiting included. */
  timeoutMs?: number;
  /** Id of the price list for what the panel shows in its place, such as a name. */
  pricelists?: Readonly<Record<string, string>>;
  /** Kinds of product that are credit packs and earn no credits. */
  packKinds?: readonly string[];
  columns?: Partial<BillmanagerColumns>;
};

/**
 * The billing port over BILLmanager, which is only read. Who asks what is being read already shares that reading. The
 * codes of failure stand in the README of this folder.
 */
export function buildBillmanagerSource(options: BillmanagerOptions): BillingSource {
  const { clock, timeoutMs = 25_000, pricelists = {}, packKinds = ['paidsupport'] } = options;
  const columns = { ...DEFAULT_COLUMNS, ...options.columns };
  const panel = buildPanel({ ...options, timeoutMs });
  const readPartnerLevel = buildPartnerReader(options.logger);

  /** One deadline for all calls of a reading; when it has ended, by failure too, what is still under way is ended. */
  const startReading = <Value>(read: (reading: Reading) => Promise<Value>): Promise<Value> =>
    withDeadline({ timeoutMs: READING_TIMEOUTS * timeoutMs }, (signal) => read({ panel, columns, signal }));

  const readFacts = async (reading: Reading, billingAccountId: string): Promise<AccountFacts | undefined> => {
    const readAt = clock.now().toISOString();
    const accountName = await readAccountName(reading, billingAccountId);
    if (accountName === undefined) return undefined;
    const [expenseRows, packRows, partnerLevel] = await Promise.all([
      requireAccountRows(reading, 'expense', billingAccountId),
      requireAccountRows(reading, 'paidsupport', billingAccountId),
      readPartnerLevel(reading, billingAccountId),
    ]);
    const itemIds = packRows.flatMap((row) => row.get('id') ?? []);
    const expenses = toExpenses(expenseRows, columns, { kinds: packKinds, itemIds });
    return {
      billingAccountId,
      accountName,
      spendCents: sumSpend(expenses),
      expenses,
      partnerLevel,
      packs: toPacks(packRows, columns, { pricelists, readAt }),
      readAt,
    };
  };

  const shareClient = buildSingleFlight<ClientMatch>();
  const shareFacts = buildSingleFlight<AccountFacts | undefined>();
  return {
    readClient: (email) =>
      shareClient(foldEmail(email), () => startReading((reading) => readClient(reading, email))),
    readAccountFacts: (billingAccountId) =>
      shareFacts(billingAccountId, () => startReading((reading) => readFacts(reading, billingAccountId))),
  };
}

/** Lists without which the facts would be wrong. */
async function requireAccountRows(reading: Reading, func: string, billingAccountId: string): Promise<Row[]> {
  const rows = await readAccountRows(reading, func, billingAccountId);
  if (rows === undefined) throw toPanelError(func, 'access');
  return rows;
}
