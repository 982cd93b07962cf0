import { buildRequestLimits } from '../../../src/adapters/postgres/buildRequestLimits';
import { toLimitedScope, toScopes } from '../../../src/adapters/zendesk/toScopes';
import { AdapterError } from '../../../src/use-cases/ports/AdapterError';
import type { Desk } from '../../../src/use-cases/ports/desk';
import type { RequestLimits } from '../../../src/use-cases/ports/requestLimits';
import { openTestLedger } from '../../helpers/database/ledgerOnTest';
import { buildRecordedLog } from '../billmanager/recordedLog';
import { FIELDS, IDENTITIES, TICKET, USER } from './scriptedAnswers';
import { buildScriptedDesk } from './scriptedDesk';
import { startScriptedZendesk } from './scriptedZendesk';
import type { ScriptedAnswer, ScriptedZendesk } from './scriptedZendesk';

let account: ScriptedZendesk;
let database: Awaited<ReturnType<typeof openTestLedger>>;
const log = buildRecordedLog();

/** What the account answers to the updates of ticket 7 and to the reading of user 5. */
let onUpdate: () => ScriptedAnswer;
let onUser: () => ScriptedAnswer;

beforeAll(async () => {
  database = await openTestLedger();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.pool.query('delete from support_credits.request_pauses');
  await database.pool.query('delete from support_credits.request_paces');
  log.lines.splice(0);
  [onUpdate, onUser] = [() => ({ body: TICKET }), () => ({ body: USER })];
  account = await startScriptedZendesk(({ method, path }) => {
    if (path === '/oauth/tokens') return { body: { access_token: 'token', expires_in: 7_200 } };
    if (path.includes('identities')) return { body: IDENTITIES };
    if (path.includes('/users/')) return onUser();
    if (path.includes('ticket_fields')) return { body: FIELDS };
    return method === 'PUT' ? onUpdate() : { body: TICKET };
  });
});
afterEach(() => account.close());

const startReplica = (limits: RequestLimits = buildRequestLimits(database.pool), perMinute = 100): Desk =>
  buildScriptedDesk(account, { logger: log, limits, ticketUpdatesPerMinute: perMinute });

const update = (desk: Desk, ticketId = '7') =>
  desk.updateTicket({ ticketId, expectedUpdatedAt: '2026-11-22T10:00:00Z', creditState: 'free' });
const limited =
  (headers: Record<string, string> = {}) =>
  () => ({
    status: 429,
    headers: { 'retry-after': '60', ...headers },
  });
const countOf = (part: string) => account.requests.filter(({ path }) => path.includes(part)).length;
const LIMITED = { code: 'zendesk_rate_limited', retry: true };

describe('R8: a wait that Zendesk asked one replica for', () => {
  it('is kept by all of them, without asking', async () => {
    onUser = limited();
    await expect(startReplica().readUser('5')).rejects.toMatchObject({ ...LIMITED, retryAfterMs: 60_000 });
    const asked = account.requests.length;
    await expect(startReplica().readTicket('7')).rejects.toMatchObject(LIMITED);
    await expect(update(startReplica())).rejects.toMatchObject(LIMITED);
    expect(account.requests).toHaveLength(asked);
  });

  it('about all updates of tickets leaves readings alone', async () => {
    onUpdate = limited({
      'ratelimit-remaining': '600',
      'zendesk-ratelimit-tickets-update': 'total=100; remaining=0; resets=41',
    });
    await expect(update(startReplica())).rejects.toMatchObject(LIMITED);
    const other = startReplica();
    expect(await other.readTicket('7')).toMatchObject({ id: '7' });
    await expect(update(other, '8')).rejects.toMatchObject(LIMITED);
    expect(countOf('/tickets/8.json')).toBe(0);
  });

  it('about one ticket leaves other tickets alone', async () => {
    onUpdate = limited({ 'ratelimit-remaining': '600' });
    await expect(update(startReplica())).rejects.toMatchObject(LIMITED);
    onUpdate = () => ({ body: TICKET });
    const other = startReplica();
    expect(await update(other, '8')).toBe('updated');
    await expect(update(other, '7')).rejects.toMatchObject(LIMITED);
  });

  it('is never believed to be longer than what Zendesk counts over', async () => {
    onUser = limited({ 'retry-after': '86400' });
    await expect(startReplica().readUser('5')).rejects.toMatchObject(LIMITED);
    const pauses = await buildRequestLimits(database.pool).readPauses();
    expect(pauses.get('account')).toBeLessThanOrEqual(600_000);
  });

  it('is kept by this process alone while the database is away, which is said', async () => {
    const away = async () => {
      throw new AdapterError('no database', { code: 'database_unavailable', retry: true });
    };
    const desk = startReplica({ readPauses: away, notePause: away, takePlace: away });
    expect(await update(desk)).toBe('updated');
    onUser = limited();
    await expect(desk.readUser('5')).rejects.toMatchObject(LIMITED);
    const asked = account.requests.length;
    await expect(desk.readTicket('7')).rejects.toMatchObject(LIMITED);
    expect(account.requests).toHaveLength(asked);
    expect(log.lines.some(({ message }) => message.includes('the database cannot be asked'))).toBe(true);
  });
});

describe('R8: updates of single tickets', () => {
  it('keep below what the account allows in a minute, over all replicas; the rest is told when', async () => {
    // 5 a minute: one at once, the next after 15 s, which is longer than a request waits.
    const replicas = [startReplica(undefined, 5), startReplica(undefined, 5)];
    expect(await update(replicas[0]!)).toBe('updated');
    await expect(update(replicas[1]!)).rejects.toMatchObject(LIMITED);
    expect(countOf('/tickets/7.json')).toBe(1);
  });
});

describe('toScopes', () => {
  it('names the account, the kind and the address, without what stands behind the question mark', () => {
    expect(toScopes({ method: 'PUT', path: '/api/v2/tickets/7.json' })).toEqual([
      'account',
      'ticket_updates',
      'PUT /api/v2/tickets/7.json',
    ]);
    expect(toScopes({ method: 'GET', path: '/api/v2/incremental/tickets/cursor.json?cursor=x' })).toEqual([
      'account',
      'exports',
      'GET /api/v2/incremental/tickets/cursor.json',
    ]);
    expect(toScopes({ method: 'PUT', path: '/api/v2/tickets/update_many.json' })).toHaveLength(2);
  });

  it.each([
    [{}, 'account'],
    [{ 'ratelimit-remaining': '0' }, 'account'],
    [{ 'x-rate-limit-remaining': '5' }, 'PUT /api/v2/users/5.json'],
    [
      { 'ratelimit-remaining': '5', 'zendesk-ratelimit-users-update': 'total=5; remaining=0; resets=9' },
      'user_updates',
    ],
    [
      { 'ratelimit-remaining': '5', 'zendesk-ratelimit-users-update': 'total=5; remaining=10; resets=9' },
      'PUT /api/v2/users/5.json',
    ],
  ])('takes a refusal with %j as one of %s', (rateHeaders, scope) => {
    const request = { method: 'PUT', path: '/api/v2/users/5.json' } as const;
    const outcome = { kind: 'answered', status: 429, text: '', retryAfter: '1', rateHeaders } as const;
    expect(toLimitedScope(request, outcome)).toBe(scope);
  });
});
