import { buildFactsMemory } from '../../src/adapters/postgres/buildFactsMemory';
import { buildLedgerViews } from '../../src/adapters/postgres/buildLedgerViews';
import { buildWorkQueue } from '../../src/adapters/postgres/worker/buildWorkQueue';
import type { AccountFacts } from '../../src/domain/accounts/accountFacts';
import { DEFAULT_POLICY } from '../../src/domain/policy/policy';
import type { Policy } from '../../src/domain/policy/policy';
import type { Logger } from '../../src/use-cases/ports/logger';
import type { NoteTexts } from '../../src/use-cases/ports/noteTexts';
import { buildFacts } from '../domain/builders';
import { openTestLedger } from '../helpers/database/ledgerOnTest';
import { FakeBilling, FakeClock, FakeDesk, FakeOpenSidebars } from './fakes';

/** Names what a note says instead of wording it. */
const noteTexts: NoteTexts = {
  renderNote: ({ state, balanceCredits, refusal, awaiting, locale }) =>
    [
      state && `${state.creditState}:${state.reason}:${balanceCredits ?? '-'}`,
      refusal && `refused:${refusal.refusal}${locale === undefined ? '' : ` in ${locale}`}`,
      awaiting && `awaiting:${awaiting} in ${locale ?? '-'}`,
    ]
      .filter(Boolean)
      .join(' '),
};

type LogLine = { level: 'info' | 'warn' | 'error'; fields: Record<string, unknown>; message: string };

function buildLog(lines: LogLine[]): Logger {
  const keep = (level: LogLine['level']) => (fields: Record<string, unknown>, message: string) => {
    lines.push({ level, fields, message });
  };
  return { info: keep('info'), warn: keep('warn'), error: keep('error') };
}

/** Every look asks billing. */
const ASKING_POLICY: Policy = {
  ...DEFAULT_POLICY,
  billing: { ...DEFAULT_POLICY.billing, freshSeconds: 0, chargeMaxAgeSeconds: 0 },
};

/**
 * The use cases' world: the real ledger, and the outside in memory. Every look asks billing, and the time of reading is
 * the one that the test gave; unless `isCaching`: then the published policy holds, and readings are of their time.
 */
export async function openWorld({
  isCaching = false,
  desk = new FakeDesk(),
  clock = new FakeClock(),
  billing = new FakeBilling(isCaching ? clock : undefined),
} = {}) {
  const { ledger, pool, close } = await openTestLedger();
  desk.now = () => clock.now().toISOString();
  const lines: LogLine[] = [];
  const deps = {
    desk,
    billing,
    billingDirectory: billing,
    clock,
    ledger,
    ledgerViews: buildLedgerViews(pool),
    noteTexts,
    openSidebars: new FakeOpenSidebars(),
    factsMemory: buildFactsMemory(pool),
    queue: buildWorkQueue(pool),
    policy: isCaching ? DEFAULT_POLICY : ASKING_POLICY,
    logger: buildLog(lines),
    wait: async () => undefined,
  };
  desk.addUser({ id: '500', email: 'care@agent.test', isAgent: true });
  return {
    ...deps,
    deps,
    pool,
    close,
    lines,
    /** A client of billing who is also a verified user of the helpdesk. */
    addClient(userId: string, email: string, facts: Partial<AccountFacts>) {
      const full = buildFacts(facts);
      desk.addUser({ id: userId, email });
      billing.clients.set(email, { kind: 'one', billingAccountId: full.billingAccountId });
      billing.accounts.set(full.billingAccountId, full);
    },
  };
}

export type World = Awaited<ReturnType<typeof openWorld>>;
