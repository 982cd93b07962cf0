import type { AccountFacts } from '../../domain/accounts/accountFacts';
import { DEFAULT_POLICY } from '../../domain/policy/policy';
import type { Policy } from '../../domain/policy/policy';
import type { BillingDirectory } from '../../use-cases/ports/billingDirectory';
import type { BillingSource, ClientMatch } from '../../use-cases/ports/billingSource';
import { withDeadline } from '../system/withDeadline';
import { DEFAULT_COLUMNS } from './billmanagerColumns';
import { buildFactsReader } from './buildFactsReader';
import { buildFilterWatch } from './buildFilterWatch';
import { buildPanel } from './buildPanel';
import type { PanelOptions } from './buildPanel';
import { buildPartnerReader } from './buildPartnerReader';
import { buildSingleFlight } from './buildSingleFlight';
import { findAccounts } from './findAccounts';
import { foldEmail, readClient } from './readClient';
import type { Reading } from './reading';

/** A reading takes a few calls one after another and waits for a slot before each. */
const READING_TIMEOUTS = 4;

/** A person waits for a search; the sidebar itself gives up after 12 s. */
const SEARCH_TIMEOUT_MS = 9_000;

/** How BILLmanager is reached, and what an install calls things. */
export type BillmanagerOptions = Omit<PanelOptions, 'timeoutMs'> & {
  /** For one try of a call, from the moment it is sent; a reading has four times that as a whole, waiting included. */
  timeoutMs?: number;
  spend?: Partial<Policy['spend']>;
  billing?: Partial<Policy['billing']>;
};

/**
 * The billing ports over BILLmanager, which is only read. Who asks what is being read already shares that reading. The
 * codes of failure stand in the README of this folder.
 */
export function buildBillmanagerSource(options: BillmanagerOptions): BillingSource & BillingDirectory {
  const { timeoutMs = 25_000 } = options;
  const billing = { ...DEFAULT_POLICY.billing, ...options.billing };
  const { accountFilter, columns, hasPartnerContracts } = billing;
  const { isReturnSubtracted } = { ...DEFAULT_POLICY.spend, ...options.spend };
  const naming = { accountFilter, columns: { ...DEFAULT_COLUMNS, ...columns } };
  const panel = buildPanel({ ...options, timeoutMs });
  const counted = [
    ...['expense', 'paidsupport'],
    ...(isReturnSubtracted ? ['payment'] : []),
    ...(hasPartnerContracts ? ['hostingpartner'] : []),
  ];
  const watchFilters = buildFilterWatch({ ...options, counted });
  const readPartnerLevel = buildPartnerReader(billing, options.clock);
  const directory = { readPartnerLevel, wantsGroups: billing.partnerGroupIds.length > 0 };
  const readFacts = buildFactsReader(options, readPartnerLevel);

  /** One deadline for all calls of a reading; when it has ended, by failure too, what is still under way is ended. */
  const startReading = <Value>(
    read: (reading: Reading) => Promise<Value>,
    withinMs = READING_TIMEOUTS * timeoutMs,
  ): Promise<Value> => withDeadline({ timeoutMs: withinMs }, (signal) => read({ panel, ...naming, signal }));

  const shareClient = buildSingleFlight<ClientMatch>();
  const shareFacts = buildSingleFlight<AccountFacts | undefined>();
  return {
    readClient: async (email) => {
      const folded = foldEmail(email);
      if (folded === undefined) return { kind: 'none' };
      return shareClient(folded, () => startReading((reading) => readClient(reading, folded)));
    },
    readAccountFacts: (billingAccountId) =>
      shareFacts(billingAccountId, async () => {
        const facts = await startReading((reading) => readFacts(reading, billingAccountId));
        // Only after the lists were read is it known that none was shortened when they were.
        await startReading(watchFilters);
        return facts;
      }),
    findAccounts: (query, limit) =>
      startReading((reading) => findAccounts(reading, directory, query, limit), SEARCH_TIMEOUT_MS),
  };
}
