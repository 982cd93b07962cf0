import { buildZendeskDesk } from '../../../src/adapters/zendesk/buildZendeskDesk';
import { toOperation } from '../../../src/adapters/zendesk/toOperation';
import { NO_TELEMETRY } from '../../../src/use-cases/ports/telemetry';
import type { Telemetry } from '../../../src/use-cases/ports/telemetry';
import { buildFixedClock, buildRecordedLog } from '../billmanager/recordedLog';
import { startScriptedZendesk } from './scriptedZendesk';
import type { ScriptedAnswer, ScriptedZendesk } from './scriptedZendesk';

let account: ScriptedZendesk;
afterEach(() => account.close());

/** Reads a user of the account, who is gone, and answers what was told of that. */
async function readUser(answer: ScriptedAnswer) {
  account = await startScriptedZendesk(({ path }) =>
    path === '/oauth/tokens' ? { body: { access_token: 'token', expires_in: 7_200 } } : answer,
  );
  const told: unknown[] = [];
  const telemetry: Telemetry = {
    ...NO_TELEMETRY,
    noteLimit: (left) => told.push(left),
    async watch(work, run, toResult) {
      const value = await run();
      told.push([work.kind === 'call' && work.operation, toResult(value)]);
      return value;
    },
  };
  const desk = buildZendeskDesk({
    baseUrl: account.url,
    clientId: 'bridge',
    clientSecret: 'hush',
    logger: buildRecordedLog(),
    clock: buildFixedClock('2026-11-22T10:00:00Z'),
    telemetry,
  });
  await desk.readUser('40610275000001').catch(() => undefined);
  return told.slice(1);
}

const USER = 'GET /api/v2/users/:id';

describe('what is told of the calls to Zendesk', () => {
  it('is what was asked without ids, what came of it, and what is left of the limit', async () => {
    const headers = { 'X-Rate-Limit': '700', 'X-Rate-Limit-Remaining': '12' };
    expect(await readUser({ status: 404, headers })).toEqual([
      [USER, '4xx'],
      { system: 'zendesk', limit: 700, remaining: 12 },
    ]);
  });

  it('is each try by itself, and that the limit is reached', async () => {
    const headers = { 'Retry-After': '0' };
    expect(await readUser({ status: 429, headers })).toEqual([[USER, 'rate_limited'], ...repeated()]);
  });

  it('is no limit where the headers say nothing that could be one', async () => {
    const headers = { 'X-Rate-Limit': 'many', 'X-Rate-Limit-Remaining': '-1' };
    expect(await readUser({ status: 404, headers })).toEqual([[USER, '4xx']]);
  });
});

/** Asked again at most twice. */
const repeated = () => Array.from({ length: 2 }, () => [USER, 'rate_limited']);

it.each([
  ['/api/v2/tickets/7.json', '/api/v2/tickets/:id'],
  ['/api/v2/users/search.json?query=anna%40client.test', '/api/v2/users/search.json'],
  ['/api/v2/webhooks/01HN0000000000000000000000/invocations', '/api/v2/webhooks/:id/invocations'],
  ['/api/v2/job_statuses/abcdefabcdefabcdefabcdefabcdefab', '/api/v2/job_statuses/:id'],
])('names %s without what tells one from another', async (path, wanted) => {
  account = await startScriptedZendesk(() => ({}));
  expect(toOperation({ method: 'GET', path })).toBe(`GET ${wanted}`);
});
