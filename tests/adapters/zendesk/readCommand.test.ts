import { FIELDS, TICKET } from './scriptedAnswers';
import { buildScriptedDesk } from './scriptedDesk';
import { startScriptedZendesk } from './scriptedZendesk';
import type { ScriptedZendesk } from './scriptedZendesk';

const ACTION = 'credit_action_recheck';
const ASKING = {
  ticket: {
    ...TICKET.ticket,
    custom_fields: [11, 12, 13].map((id) => ({ id, value: id === 13 ? ACTION : null })),
  },
};

let account: ScriptedZendesk;

type Audit = { id: number; author_id: number; created_at: string; events: unknown[] };

const toAudit = (minute: number, value?: string): Audit => ({
  id: 1_000 + minute,
  author_id: 5 + minute,
  created_at: `2026-11-22T10:${String(minute).padStart(2, '0')}:00Z`,
  events: value === undefined ? [] : [{ field_name: '13', value }],
});

/** An account whose ticket 7 holds the asking and whose audits come in these pages. */
const start = async (pages: Audit[][]) => {
  account = await startScriptedZendesk(({ path }) => {
    if (path === '/oauth/tokens') return { body: { access_token: 'token', expires_in: 7_200 } };
    if (path.includes('ticket_fields')) return { body: FIELDS };
    if (!path.includes('/audits')) return { body: ASKING };
    const page = Number(new URL(path, 'https://zendesk.test').searchParams.get('page') ?? 1);
    const next = page < pages.length ? `${account.url}/api/v2/tickets/7/audits.json?page=${page + 1}` : null;
    return { body: { audits: pages[page - 1], next_page: next } };
  });
  return buildScriptedDesk(account);
};

const listAuditPaths = () =>
  account.requests.map(({ path }) => path).filter((path) => path.includes('/audits'));

afterEach(() => account.close());

describe('readCommand', () => {
  it('asks for the newest audits first and reads no further than the asking', async () => {
    const desk = await start([
      [toAudit(9), toAudit(8, ACTION), toAudit(7)],
      [toAudit(6), toAudit(5, ACTION)],
    ]);
    expect(await desk.readCommand('7')).toEqual({ id: '1008', action: { kind: 'recheck' }, actorId: '13' });
    expect(listAuditPaths()).toEqual(['/api/v2/tickets/7/audits.json?sort_order=desc']);
  });

  it('finds the newest asking where the account lists the oldest first all the same', async () => {
    const desk = await start([
      [toAudit(1), toAudit(2, ACTION)],
      [toAudit(3, ACTION), toAudit(4)],
    ]);
    expect((await desk.readCommand('7'))?.id).toBe('1003');
    expect(listAuditPaths()).toHaveLength(2);
  });
});
