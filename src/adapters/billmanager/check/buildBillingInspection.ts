import { DEFAULT_POLICY } from '../../../domain/policy/policy';
import type { BillingFinding, BillingInspection } from '../../../use-cases/ports/billingInspection';
import { withDeadline } from '../../system/withDeadline';
import { DEFAULT_COLUMNS } from '../billmanagerColumns';
import type { BillmanagerOptions } from '../buildBillmanagerSource';
import { buildPanel } from '../buildPanel';
import type { Reading } from '../reading';
import { addAlternative } from './addAlternative';
import { listInspected } from './inspectedLists';
import { lookAtAccountFilter } from './lookAtAccountFilter';
import { lookAtCertificate } from './lookAtCertificate';
import { lookAtFilters } from './lookAtFilters';
import { lookAtGroups } from './lookAtGroups';
import { lookAtList } from './lookAtList';
import { lookAtLogin } from './lookAtLogin';
import { lookAtNetwork } from './lookAtNetwork';
import { toPanelAddress } from './panelAddress';
import { sampleCharges } from './sampleCharges';
import { sampleSoldPricelists } from './sampleSoldPricelists';

/** A look makes a handful of calls, each with the time-out of one try and its repetitions. */
const LOOK_TIMEOUTS = 4;

/**
 * Looks at the panel with the same login, trust, names of columns and time-outs as the bridge itself, so that what is
 * found here is what the bridge will meet. Nothing is written.
 */
export function buildBillingInspection(options: BillmanagerOptions): BillingInspection {
  const { baseUrl, clock, timeoutMs = 25_000, trust = { kind: 'public' }, login = 'authinfo' } = options;
  const billing = { ...DEFAULT_POLICY.billing, ...options.billing };
  const spend = { ...DEFAULT_POLICY.spend, ...options.spend };
  const naming = {
    accountFilter: billing.accountFilter,
    columns: { ...DEFAULT_COLUMNS, ...billing.columns },
  };
  const address = toPanelAddress(baseUrl);
  const panel = buildPanel({ ...options, timeoutMs });

  const look = <Value>(work: (reading: Reading) => Promise<Value>): Promise<Value> =>
    withDeadline({ timeoutMs: LOOK_TIMEOUTS * timeoutMs }, (signal) => work({ panel, ...naming, signal }));

  return {
    entry: [
      { step: 'reach', look: () => lookAtNetwork(address) },
      { step: 'certificate', look: () => lookAtCertificate(address, trust, clock.now()) },
      { step: 'login', look: () => look(({ signal }) => lookAtLogin(panel, login, signal)) },
    ],
    async *lookAtLists(): AsyncGenerator<BillingFinding> {
      const lists = listInspected({ ...spend, ...billing });
      for (const list of lists) {
        const findings = await look((reading) => lookAtList(reading, list));
        yield* findings.map((finding) => addAlternative(finding, list));
      }
      yield* await look((reading) => lookAtGroups(reading, billing.partnerGroupIds));
      yield* await look((reading) => lookAtFilters(reading, lists));
      for (const list of lists.filter(({ isByAccount }) => isByAccount)) {
        const findings = await look((reading) => lookAtAccountFilter(reading, list));
        yield* findings.map((finding) => addAlternative(finding, list));
      }
    },
    sampleCharges: () => look(sampleCharges),
    sampleSoldPricelists: () =>
      look((reading) => sampleSoldPricelists(reading, new Map(Object.entries(billing.pricelists)))),
    readAnyAccountId: () =>
      look(async ({ signal }) => {
        const answer = await panel.ask('account', { filter: 'on', p_cnt: '1', p_num: '1' }, signal);
        return answer?.rows[0]?.get('id');
      }),
  };
}
