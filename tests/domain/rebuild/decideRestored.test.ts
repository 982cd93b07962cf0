import { DEFAULT_POLICY } from '../../../src/domain/policy/policy';
import type { Policy } from '../../../src/domain/policy/policy';
import { decideRestored } from '../../../src/domain/rebuild/decideRestored';
import type { ToldFact } from '../../../src/domain/rebuild/toldProblem';
import type { LedgerView } from '../../../src/domain/credits/ledgerView';
import { ACCOUNT, buildFacts, buildGrant, buildLedgerView, buildPack, NOW } from '../builders';

const RULE = { kind: 'rule' } as const;
const told = { ticketId: '7', billingAccountId: ACCOUNT, actor: RULE, n: 0 };
const debit = (at: string): ToldFact => ({ kind: 'debit', ...told, at, auditId: '71' });
const refund = (at: string): ToldFact => ({
  kind: 'refund',
  ...told,
  reason: 'wrong_line',
  handedOverBy: '500',
  at,
  auditId: '72',
});

function restore(facts: ToldFact[], view: LedgerView, policy: Partial<Policy> = {}, packs = [buildPack()]) {
  return decideRestored({
    problem: { problemId: 'zt_7', facts, tickets: [], flaw: undefined },
    views: new Map([[ACCOUNT, view]]),
    clients: new Map([[ACCOUNT, { grade: 'linked', facts: buildFacts({ packs }) }]]),
    policy: { ...DEFAULT_POLICY, ...policy },
    now: NOW,
  });
}

describe('decideRestored', () => {
  it('gives debits and returns the keys, the times and the audits that history tells of', () => {
    const entries = restore(
      [debit('2026-03-01T10:00:00Z'), refund('2026-03-02T10:00:00Z')],
      buildLedgerView(1),
    );
    expect(entries).toMatchObject([
      {
        occurredAt: '2026-03-01T10:00:00Z',
        entry: {
          key: 'debit:zt_7:0',
          amountCredits: 1,
          snapshot: { grade: 'linked', rebuiltFromAudit: '71' },
        },
      },
      {
        occurredAt: '2026-03-02T10:00:00Z',
        entry: {
          key: 'refund:debit:zt_7:0',
          reason: 'wrong_line',
          proof: { rebuiltFromAudit: '72', handedOverBy: '500' },
          allocations: [{ grantKey: 'grant:goodwill:1', amountCredits: 1 }],
        },
      },
    ]);
  });

  it('writes down waivers of agents and of partners', () => {
    const waiver = (actor: ToldFact['actor']) =>
      restore([{ ...debit(NOW), kind: 'waiver', actor } as ToldFact], buildLedgerView(0));
    expect(waiver(RULE)).toMatchObject([{ entry: { key: 'waiver:zt_7:0', reason: 'partner' } }]);
    expect(waiver({ kind: 'agent', id: '500' })).toMatchObject([{ entry: { reason: 'agent' } }]);
  });

  it('takes a grant that could be used then, before one that is known only since', () => {
    const late = buildGrant({
      key: 'late',
      effectiveAt: '2026-11-01T00:00:00Z',
      expiresAt: '2027-01-01T00:00:00Z',
    });
    const early = buildGrant({ key: 'early', effectiveAt: '2026-02-01T00:00:00Z' });
    const view = { ...buildLedgerView(0), book: { grants: [late, early], debts: [] } };
    const taken = (at: string) => restore([debit(at)], view)[0]?.entry;
    expect(taken('2026-03-01T10:00:00Z')).toMatchObject({ allocations: [{ grantKey: 'early' }] });
    expect(taken('2026-01-01T10:00:00Z')).toMatchObject({ allocations: [{ grantKey: 'late' }] });
  });

  it('leaves a debt where no grant covers what history says, and forgives it with the return', () => {
    const [taking, giving] = restore(
      [debit('2026-03-01T10:00:00Z'), refund('2026-03-02T10:00:00Z')],
      buildLedgerView(0),
    );
    expect(taking?.entry).toMatchObject({ allocations: [] });
    expect(giving?.entry).toMatchObject({ allocations: [], amountCredits: 1 });
  });

  it('grants a pack of the month for the month of the debit, and nothing else', () => {
    const packs = DEFAULT_POLICY.packs.map((pack) => ({ ...pack, period: 'month' as const }));
    const bought = [buildPack({ boughtAt: '2026-02-15T00:00:00.000Z' })];
    const entries = restore(
      [debit('2026-04-01T10:00:00Z')],
      buildLedgerView(0),
      { packs, welcomeCredits: 5 },
      bought,
    );
    expect(entries.map(({ entry }) => ('key' in entry ? entry.key : ''))).toEqual([
      'grant:pack:77:2026-03-15',
      'debit:zt_7:0',
    ]);
    expect(entries[1]?.entry).toMatchObject({ allocations: [{ grantKey: 'grant:pack:77:2026-03-15' }] });
    const earlier = restore([debit('2026-02-01T10:00:00Z')], buildLedgerView(0), { packs }, bought);
    expect(earlier.map(({ entry }) => entry.kind)).toEqual(['debit']);
  });
});
