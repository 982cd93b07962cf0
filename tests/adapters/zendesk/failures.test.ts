import { buildZendeskDesk } from '../../../src/adapters/zendesk/buildZendeskDesk';
import { AdapterError } from '../../../src/use-cases/ports/AdapterError';
import { buildFixedClock, buildRecordedLog } from '../billmanager/recordedLog';
import { FIELDS, IDENTITIES, TICKET, USER } from './scriptedAnswers';
import { startScriptedZendesk } from './scriptedZendesk';
import type { ScriptedAnswer, ScriptedZendesk } from './scriptedZendesk';

const log = buildRecordedLog();
const clock = buildFixedClock('2026-11-22T10:00:00Z');
let account: ScriptedZendesk | undefined;

type Answer = (countOfItsPath: number) => ScriptedAnswer;

/** Paths without an answer say what a good account would; tokens are numbered. */
const start = async (answers: Record<string, Answer>, timeoutMs = 2_000) => {
  account = await startScriptedZendesk(({ path }, count) => {
    const answer = answers[path];
    if (answer) return answer(count);
    if (path === '/oauth/tokens') return { body: { access_token: `token-${count}`, expires_in: 7_200 } };
    if (path.includes('identities')) return { body: IDENTITIES };
    return { body: path.includes('ticket_fields') ? FIELDS : USER };
  });
  const options = {
    baseUrl: account.url,
    clientId: 'bridge',
    clientSecret: 'hush',
    logger: log,
    clock,
    timeoutMs,
  };
  return buildZendeskDesk(options);
};

const USER_PATH = '/api/v2/users/5.json';
const TICKET_PATH = '/api/v2/tickets/7.json';
const update = { ticketId: '7', expectedUpdatedAt: '2026-11-22T10:00:00Z', creditState: 'free' } as const;

const failureOf = async (asked: Promise<unknown>): Promise<AdapterError> => {
  const error = await asked.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AdapterError)) throw new Error(`expected an AdapterError, not ${String(error)}`);
  return error;
};
const countOf = (path: string) => account?.requests.filter((request) => request.path === path).length;

beforeEach(() => {
  log.lines.splice(0);
  clock.set('2026-11-22T10:00:00Z');
});
afterEach(async () => {
  await account?.close();
  account = undefined;
});

describe('tokens', () => {
  it('are asked for as documented and fetched once for many at a time', async () => {
    const desk = await start({});
    await Promise.all([desk.readUser('5'), desk.readUser('5'), desk.readUser('5')]);
    await desk.readUser('5');
    expect(account?.requests.filter(({ path }) => path === '/oauth/tokens').map(({ body }) => body)).toEqual([
      { grant_type: 'client_credentials', client_id: 'bridge', client_secret: 'hush', scope: 'read write' },
    ]);
    expect(account?.requests.at(-1)?.authorization).toBe('Bearer token-1');
  });

  it('are renewed a minute before their end', async () => {
    const desk = await start({});
    await desk.readUser('5');
    clock.set('2026-11-22T11:58:59Z');
    await desk.readUser('5');
    expect(countOf('/oauth/tokens')).toBe(1);
    clock.set('2026-11-22T11:59:00Z');
    await desk.readUser('5');
    expect(countOf('/oauth/tokens')).toBe(2);
  });

  it('that were revoked are replaced once', async () => {
    const desk = await start({ [USER_PATH]: (count) => (count === 1 ? { status: 401 } : { body: USER }) });
    expect((await desk.readUser('5'))?.id).toBe('5');
    expect(account?.requests.at(-1)?.authorization).toBe('Bearer token-2');
  });

  it('that are refused again are a failure that time does not heal', async () => {
    const desk = await start({ [USER_PATH]: () => ({ status: 401 }) });
    expect(await failureOf(desk.readUser('5'))).toMatchObject({ code: 'zendesk_unauthorized', retry: false });
    expect([countOf(USER_PATH), countOf('/oauth/tokens')]).toEqual([2, 2]);
  });

  it.each([400, 401])('are not given to a wrong client, answered with %d', async (status) => {
    const desk = await start({ '/oauth/tokens': () => ({ status, body: { error: 'invalid_client' } }) });
    expect(await failureOf(desk.readUser('5'))).toMatchObject({ code: 'zendesk_unauthorized', retry: false });
  });

  it('are asked for anew after a failure', async () => {
    const desk = await start({
      '/oauth/tokens': (count) => (count === 1 ? { status: 500 } : { body: { access_token: 'late' } }),
    });
    expect(await failureOf(desk.readUser('5'))).toMatchObject({ code: 'zendesk_unavailable', retry: true });
    expect((await desk.readUser('5'))?.id).toBe('5');
  });
});

describe('reading', () => {
  it.each([502, 503, 504])('is repeated after %d until it succeeds', async (status) => {
    const desk = await start({ [USER_PATH]: (count) => (count < 3 ? { status } : { body: USER }) });
    expect((await desk.readUser('5'))?.id).toBe('5');
    expect(log.lines.map((line) => line.fields['status'])).toEqual([status, status]);
  });

  it('is repeated after a cut connection', async () => {
    const desk = await start({ [USER_PATH]: (count) => (count === 1 ? { isCut: true } : { body: USER }) });
    expect((await desk.readUser('5'))?.id).toBe('5');
  });

  it('gives up after two repeats', async () => {
    const desk = await start({ [USER_PATH]: () => ({ status: 503 }) });
    expect(await failureOf(desk.readUser('5'))).toMatchObject({ code: 'zendesk_unavailable', retry: true });
    expect(countOf(USER_PATH)).toBe(3);
  });

  it('waits as long as a rate limit asks, when that is short', async () => {
    const desk = await start({
      [USER_PATH]: (count) =>
        count === 1 ? { status: 429, headers: { 'retry-after': '1' } } : { body: USER },
    });
    expect((await desk.readUser('5'))?.id).toBe('5');
    expect(log.lines.map((line) => line.fields['waitMs'])).toEqual([1_000]);
  });

  it('hands a long wait to who asked', async () => {
    const headers = { 'retry-after': '11' };
    const desk = await start({ [USER_PATH]: () => ({ status: 429, headers }) });
    const error = await failureOf(desk.readUser('5'));
    expect(error).toMatchObject({ code: 'zendesk_rate_limited', retry: true, retryAfterMs: 11_000 });
    expect(countOf(USER_PATH)).toBe(1);
  });

  it('reads a wait that is given as a date', async () => {
    const headers = { 'retry-after': 'Sun, 22 Nov 2026 10:01:00 GMT' };
    const desk = await start({ [USER_PATH]: () => ({ status: 503, headers }) });
    expect(await failureOf(desk.readUser('5'))).toMatchObject({
      code: 'zendesk_unavailable',
      retryAfterMs: 60_000,
    });
  });

  it.each([
    [500, 'zendesk_unavailable', true],
    [403, 'zendesk_unauthorized', false],
    [400, 'zendesk_rejected', false],
    [302, 'zendesk_unexpected_answer', false],
  ])('has the status %d named %s at once', async (status, code, retry) => {
    const desk = await start({
      [USER_PATH]: () => ({ status, headers: { location: 'http://127.0.0.1:1/' } }),
    });
    expect(await failureOf(desk.readUser('5'))).toMatchObject({ code, retry });
    expect(countOf(USER_PATH)).toBe(1);
  });

  it.each([
    ['a page', '<html>secret</html>', true],
    ['half an answer', '{"user":{"id":5,', true],
    ['another shape', { user: { id: 'secret' } }, false],
    ['more than is read', 'x'.repeat(9 * 1024 * 1024), false],
  ])('refuses %s and shows nothing of it', async (_name, body, retry) => {
    const desk = await start({ [USER_PATH]: () => ({ body }) });
    const error = await failureOf(desk.readUser('5'));
    expect(error).toMatchObject({ code: 'zendesk_unexpected_answer', retry });
    expect(error.message).toContain(`GET ${USER_PATH}`);
    expect(error.message).not.toContain('secret');
  });

  it('keeps an id that no number can hold', async () => {
    const body = '{"user":{"id":9007199254740993,"role":"agent","email":null}}';
    const desk = await start({ '/api/v2/users/9007199254740993.json': () => ({ body }) });
    expect(await desk.readUser('9007199254740993')).toMatchObject({
      id: '9007199254740993',
      email: undefined,
    });
  });

  it('takes a deleted user for none', async () => {
    const desk = await start({ [USER_PATH]: () => ({ body: { user: { ...USER.user, active: false } } }) });
    expect(await desk.readUser('5')).toBeUndefined();
  });

  it('follows pages on its own host only, by cursor too', async () => {
    const [line, ...others] = FIELDS.ticket_fields;
    const next = 'https://elsewhere.test/api/v2/ticket_fields.json?page%5Bafter%5D=x';
    const desk = await start({
      [TICKET_PATH]: () => ({ body: TICKET }),
      '/api/v2/ticket_fields.json': () => ({
        body: { ticket_fields: [line], meta: { has_more: true }, links: { next } },
      }),
      '/api/v2/ticket_fields.json?page%5Bafter%5D=x': () => ({
        body: { ticket_fields: others, meta: { has_more: false }, links: { next } },
      }),
    });
    expect((await desk.readTicket('7'))?.id).toBe('7');
    expect(account?.requests.map(({ path }) => path).filter((path) => path.includes('after'))).toHaveLength(
      1,
    );
  });

  it('names an account that nobody listens for', async () => {
    const server = await startScriptedZendesk(() => ({ isCut: true }));
    await server.close();
    const options = { baseUrl: server.url, clientId: 'a', clientSecret: 'b', logger: log, clock };
    const error = await failureOf(buildZendeskDesk(options).readUser('5'));
    expect(error).toMatchObject({ code: 'zendesk_unavailable', retry: true });
  });
});

describe('writing', () => {
  it.each([503, 500])('is not repeated after %d, because it may have been done', async (status) => {
    const desk = await start({ [TICKET_PATH]: () => ({ status }) });
    expect(await failureOf(desk.updateTicket(update))).toMatchObject({
      code: 'zendesk_unavailable',
      retry: true,
    });
    expect(countOf(TICKET_PATH)).toBe(1);
  });

  it('is not repeated after a cut connection', async () => {
    const desk = await start({ [TICKET_PATH]: () => ({ isCut: true }) });
    expect(await failureOf(desk.updateTicket(update))).toMatchObject({ code: 'zendesk_unavailable' });
    expect(countOf(TICKET_PATH)).toBe(1);
  });

  it('is repeated after a rate limit, the same update', async () => {
    const desk = await start({
      [TICKET_PATH]: (count) => (count === 1 ? { status: 429, headers: { 'retry-after': '0' } } : {}),
    });
    expect(await desk.updateTicket(update)).toBe('updated');
    const bodies = account?.requests.filter(({ path }) => path === TICKET_PATH).map(({ body }) => body);
    expect(bodies?.[0]).toEqual(bodies?.[1]);
  });
});

describe('secrets', () => {
  it('stand in no message, cause or log', async () => {
    const desk = await start({ [USER_PATH]: () => ({ isCut: true }) });
    const error = await failureOf(desk.readUser('5'));
    const cause = error.cause as Error;
    const said = JSON.stringify([error.message, error.stack, cause, cause.stack, log.lines]);
    for (const hidden of ['hush', 'token-1']) expect(said).not.toContain(hidden);
    expect(log.lines).toHaveLength(2);
  });
});
