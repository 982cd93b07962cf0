import type { Pool } from 'pg';
import { buildDecidedTickets } from '../../../src/adapters/postgres/buildDecidedTickets';
import type { NativeCounts } from '../../../src/use-cases/ports/shadowReport';
import type { Ledger } from '../../../src/use-cases/ports/ledger';
import type { StaffNote } from '../../../src/domain/shadow/compareWithStaff';
import { DEFAULT_POLICY } from '../../../src/domain/policy/policy';
import { decideTicket } from '../../../src/domain/tickets/decideTicket';
import { buildReading, buildTicket, NOW } from '../../domain/builders';
import { openTestLedger } from '../../helpers/database/ledgerOnTest';
import { AdapterError } from '../../../src/use-cases/ports/AdapterError';
import { runLine } from './runLine';

let pool: Pool;
let ledger: Ledger;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ pool, ledger, close } = await openTestLedger());
});
afterEach(() => close());

/** A look at a ticket of a client who has earned one credit. */
async function look(id: string, line: 'sales' | 'tech', now = NOW): Promise<void> {
  const ticket = buildTicket({ id, line });
  const reading = buildReading({ billingAccountId: `account-${id}`, spendCents: 10_000 });
  await ledger.decideTicket(
    {
      ticket,
      identity: { kind: 'client', grade: 'verified_email', billingAccountId: `account-${id}` },
      occurredAt: now,
    },
    (view, isAnswered) =>
      decideTicket({ ticket, reading, ledger: view, policy: DEFAULT_POLICY, now }, isAnswered),
  );
}

/** Runs a command line; `notes` are what staff wrote, by ticket, and asked for are the pages of tickets. */
async function run(line: string, notes?: Record<string, string | undefined>, nativeCounts?: NativeCounts) {
  const asked: string[][] = [];
  const openShadow = async () => ({
    decidedTickets: buildDecidedTickets(pool),
    staffNotes: {
      readStaffNotes: async (_: string, ids: readonly string[]) => {
        asked.push([...ids]);
        const known = ids.filter((id) => notes !== undefined && id in notes);
        return new Map<string, StaffNote>(known.map((id) => [id, { kind: 'noted', value: notes?.[id] }]));
      },
    },
    staffField: notes === undefined ? undefined : { id: '77', chargedValues: undefined },
    nativeCounts,
    clock: { now: () => new Date(NOW) },
  });
  return { ...(await runLine(line, { openShadow })), asked };
}

describe('support-credits shadow-report', () => {
  it('names the tickets that differ, and counts all', async () => {
    for (const id of ['1', '2', '3', '4']) await look(id, id === '4' ? 'sales' : 'tech');
    const { code, out, err } = await run('shadow-report', { 1: 'true', 2: undefined, 4: '=1+1' });
    expect(code).toBe(0);
    expect(out.split('\n').slice(1)).toEqual([
      expect.stringMatching(/^2 +debited \(charged\) +- +shadow mode alone$/),
      expect.stringMatching(/^4 +free \(client_care\) +=1\+1 +staff alone$/),
      '',
    ]);
    expect(err).toBe(
      '4 tickets decided since 2026-11-08T12:00:00.000Z: 1 alike, 1 taken by shadow mode alone, 1 taken by staff alone, ' +
        '1 not to be compared (held, pending, gone, or not noted).\n',
    );
  });

  it('writes every ticket as CSV, where no text becomes a formula', async () => {
    await look('1', 'tech');
    await look('2', 'sales');
    const { out } = await run('shadow-report --format csv', { 1: 'yes', 2: '=1+1' });
    const [head, first, second] = out.split('\r\n');
    expect(head).toMatch(/^ticketId,decidedAt,/);
    expect(first).toMatch(/^1,2026-.*,account-1,tech,debited,charged,true,true,yes,alike$/);
    expect(second).toMatch(/,'=1\+1,only_staff$/);
  });

  it("has billing's own count in a column, where it is known where that stands", async () => {
    for (const id of ['1', '2']) await look(id, 'tech');
    const nativeCounts: NativeCounts = {
      readNativeCount: async (id) => (id === 'account-1' ? -2 : undefined),
    };
    const table = await run('shadow-report', {}, nativeCounts);
    expect(table.out.split('\n')).toEqual([
      expect.stringMatching(/^ticket +shadow mode +staff noted +billing +taken by$/),
      '',
    ]);
    const differing = await run('shadow-report', { 1: undefined, 2: undefined }, nativeCounts);
    expect(differing.out.split('\n').slice(1, 3)).toEqual([
      expect.stringMatching(/^1 +debited \(charged\) +- +-2 +shadow mode alone$/),
      expect.stringMatching(/^2 +debited \(charged\) +- +- +shadow mode alone$/),
    ]);
    const { out, err } = await run('shadow-report --format csv', { 1: 'yes', 2: 'yes' }, nativeCounts);
    const [head, first, second] = out.split('\r\n');
    expect(head).toMatch(/,verdict,nativeCount$/);
    expect([first, second]).toEqual([expect.stringMatching(/,alike,-2$/), expect.stringMatching(/,alike,$/)]);
    expect(err).not.toContain('SHADOW_NATIVE_COUNT');
  });

  it('stands without the count when billing cannot be asked, and says whose is missing', async () => {
    await look('1', 'tech');
    const error = new AdapterError('Billing is away.', { code: 'billing_unreachable', retry: true });
    const nativeCounts: NativeCounts = { readNativeCount: () => Promise.reject(error) };
    const { code, err } = await run('shadow-report', { 1: 'yes' }, nativeCounts);
    expect(code).toBe(0);
    expect(err).toContain("Clients without billing's own count: 1 (billing_unreachable).");
  });

  it('goes through all tickets in pages, and leaves out those decided before', async () => {
    const ids = Array.from({ length: 101 }, (_, index) => String(index + 1));
    await Promise.all(ids.map((id) => look(id, 'sales')));
    await look('old', 'sales', '2026-01-01T00:00:00.000Z');
    const { asked, err } = await run('shadow-report --since 2026-11-01T00:00:00Z', {});
    expect(asked.map((page) => page.length)).toEqual([100, 1]);
    expect(new Set(asked.flat())).toEqual(new Set(ids));
    expect(err).toContain('101 tickets decided since 2026-11-01T00:00:00.000Z');
  });

  it('says what to set where it is not known what staff did', async () => {
    await look('1', 'tech');
    expect((await run('shadow-report')).err).toContain('set SHADOW_STAFF_FIELD');
  });

  it('refuses a time and a format that mean nothing', async () => {
    expect((await run('shadow-report --since yesterday')).code).toBe(2);
    expect((await run('shadow-report --format pdf')).code).toBe(2);
  });
});
