import { shadowPageSchema } from '../../../src/contract/shadow';
import type { StaffNote } from '../../../src/domain/shadow/compareWithStaff';
import type { DecidedTicket, NativeCounts } from '../../../src/use-cases/ports/shadowReport';
import { compareTickets } from '../../../src/use-cases/shadow/compareTickets';
import { readShadowPage } from '../../../src/use-cases/shadow/readShadowPage';

const SINCE = '2026-11-20T00:00:00.000Z';
let nowMs = Date.parse(SINCE);

function buildDeps(count: number, notes: Record<string, string | undefined>, nativeCounts?: NativeCounts) {
  const decided: DecidedTicket[] = Array.from({ length: count }, (_, index) => ({
    ticketId: String(1_000 + index),
    billingAccountId: '5',
    line: 'tech',
    creditState: 'debited',
    reason: 'charged',
    decidedAt: SINCE,
  }));
  const asked: number[] = [];
  return {
    asked,
    mode: 'shadow' as const,
    nativeCounts,
    clock: { now: () => new Date(nowMs) },
    decidedTickets: {
      readDecidedTickets: async (_since: string, after: string, limit: number) =>
        decided.filter(({ ticketId }) => ticketId > after).slice(0, limit),
    },
    staffNotes: {
      readStaffNotes: async (_field: string, ids: readonly string[]) => {
        asked.push(ids.length);
        const known = ids.filter((id) => id in notes);
        return new Map<string, StaffNote>(known.map((id) => [id, { kind: 'noted', value: notes[id] }]));
      },
    },
    staffField: { id: '77', chargedValues: undefined },
  };
}

describe('readShadowPage', () => {
  it('tells of each ticket what both did, adds up the page, and says where the next one begins', async () => {
    const deps = buildDeps(3, { 1000: 'yes', 1001: undefined });
    const page = await readShadowPage(deps, { since: SINCE, after: '', limit: 3 });
    expect(shadowPageSchema.parse(page)).toMatchObject({
      isStaffKnown: true,
      tickets: [
        { ticketId: '1000', staffValue: 'yes', isTakenByStaff: true, verdict: 'alike' },
        { ticketId: '1001', staffValue: null, isTakenByStaff: false, verdict: 'only_shadow' },
        { ticketId: '1002', isTakenByStaff: null, verdict: 'open' },
      ],
      totals: { alike: 1, only_shadow: 1, only_staff: 0, open: 1 },
      next: '1002',
    });
    const last = await readShadowPage(deps, { since: SINCE, after: '1002', limit: 3 });
    expect(last).toMatchObject({ tickets: [], next: null });
    // Of no tickets, nobody is asked.
    expect(deps.asked).toEqual([3]);
  });

  it("tells billing's own count of each client, asked once, until the time for it is over", async () => {
    const asked: string[] = [];
    const nativeCounts: NativeCounts = {
      async readNativeCount(billingAccountId) {
        asked.push(billingAccountId);
        nowMs += 3_000;
        return Number(billingAccountId);
      },
    };
    const deps = buildDeps(4, {}, nativeCounts);
    const clients = ['5', '5', '6', '7'];
    const read = deps.decidedTickets.readDecidedTickets;
    deps.decidedTickets.readDecidedTickets = async (since, after, limit) =>
      (await read(since, after, limit)).map((ticket, index) => ({
        ...ticket,
        billingAccountId: clients[index],
      }));
    const page = await readShadowPage(deps, { since: SINCE, after: '', limit: 4 });
    expect(shadowPageSchema.parse(page)).toMatchObject({
      isCounted: true,
      tickets: [{ nativeCount: 5 }, { nativeCount: 5 }, { nativeCount: 6 }, { nativeCount: null }],
    });
    expect(asked).toEqual(['5', '6']);
  });

  it('asks nobody what staff did where no field is configured', async () => {
    const deps = { ...buildDeps(1, {}), staffField: undefined };
    const page = await readShadowPage(deps, { since: SINCE, after: '', limit: 3 });
    expect(page).toMatchObject({
      isStaffKnown: false,
      isCounted: false,
      tickets: [{ verdict: 'open', nativeCount: null }],
    });
    expect(deps.asked).toEqual([]);
  });

  it('has nothing to tell of a live bridge', async () => {
    const deps = { ...buildDeps(1, {}), mode: 'live' as const };
    expect(await readShadowPage(deps, { since: SINCE, after: '', limit: 3 })).toEqual({
      mode: 'live',
      next: null,
    });
  });
});

describe('compareTickets', () => {
  it('ends at so many tickets, a hundred at a time', async () => {
    const deps = buildDeps(300, {});
    const counts: number[] = [];
    for await (const tickets of compareTickets(deps, { since: SINCE, after: '1009', max: 150 }))
      counts.push(tickets.length);
    expect(counts).toEqual([100, 50]);
    expect(deps.asked).toEqual([100, 50]);
  });
});
