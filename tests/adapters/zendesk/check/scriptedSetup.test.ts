import { buildDeskInspection } from '../../../../src/adapters/zendesk/check/buildDeskInspection';
import { buildFixedClock, buildRecordedLog } from '../../billmanager/recordedLog';
import { startScriptedZendesk } from '../scriptedZendesk';
import type { ScriptedAnswer, ScriptedZendesk } from '../scriptedZendesk';

let zendesk: ScriptedZendesk;

afterEach(() => zendesk.close());

/** An inspection of an account that answers these paths so, and every other with 404. */
async function inspect(answers: Record<string, ScriptedAnswer>) {
  zendesk = await startScriptedZendesk(({ path }) => {
    if (path === '/oauth/tokens') return { body: { access_token: 'token', expires_in: 7200 } };
    const known = Object.entries(answers).find(([start]) => path.startsWith(start));
    return known?.[1] ?? { status: 404, body: { error: 'RecordNotFound', description: 'Not found' } };
  });
  return buildDeskInspection({
    baseUrl: zendesk.url,
    clientId: 'client',
    clientSecret: 'secret',
    logger: buildRecordedLog(),
    clock: buildFixedClock('2026-11-22T10:00:00Z'),
    timeoutMs: 2_000,
  });
}

describe('buildDeskInspection', () => {
  it('does not take an anonymous answer for a user', async () => {
    const inspection = await inspect({
      '/api/v2/users/me': { body: { user: { id: null, name: 'Anonymous user', role: 'end-user' } } },
    });
    await expect(inspection.readUser()).rejects.toMatchObject({ code: 'zendesk_unauthorized' });
  });

  it('tells when somebody signed in last', async () => {
    const user = { id: 5, name: 'Bridge', role: 'admin', last_login_at: '2026-11-20T10:00:00Z' };
    const inspection = await inspect({ '/api/v2/users/me': { body: { user } } });
    expect(await inspection.readUser()).toEqual({
      id: '5',
      name: 'Bridge',
      role: 'admin',
      lastSignInAt: '2026-11-20T10:00:00Z',
    });
  });

  it.each([403, 404])('takes %i for a plan without forms', async (status) => {
    const inspection = await inspect({ '/api/v2/ticket_forms': { status, body: { error: 'Forbidden' } } });
    expect(await inspection.readForms()).toBeUndefined();
  });

  it('knows no scopes where Zendesk does not tell them', async () => {
    expect(await (await inspect({})).readScopes()).toBeUndefined();
  });

  it.each([
    ['readTriggers', '/api/v2/triggers'],
    ['readWebhooks', '/api/v2/webhooks'],
    ['readInstallations', '/api/v2/apps/installations'],
  ] as const)('fails with a code where %s is refused', async (method, path) => {
    const inspection = await inspect({ [path]: { status: 403, body: { error: 'Forbidden' } } });
    await expect(inspection[method]()).rejects.toMatchObject({ code: 'zendesk_unauthorized', retry: false });
  });

  it('reads what became of calls, and takes one on its way for nothing yet', async () => {
    const statuses = ['accepted', 'success', 'client error', 'timeout', 'circuit broken', 'something new'];
    const inspection = await inspect({
      '/api/v2/webhooks/01H/invocations': { body: { invocations: statuses.map((status) => ({ status })) } },
    });
    expect(await inspection.readDeliveries('01H')).toEqual([
      'unknown',
      'delivered',
      'refused',
      'failed',
      'failed',
      'unknown',
    ]);
  });

  it('reads a condition without an operator as one for equality, and ids too long for a number as they are', async () => {
    const trigger = {
      id: 9007199254740992,
      title: 'T',
      active: true,
      position: 3,
      conditions: { all: [{ field: 'update_type', value: 'Create' }], any: null },
      actions: [{ field: 'current_tags', value: 'x' }],
    };
    const body = JSON.stringify({ triggers: [trigger] }).replace('9007199254740992', '9007199254740993');
    const inspection = await inspect({ '/api/v2/triggers': { body } });
    expect(await inspection.readTriggers()).toEqual([
      {
        id: '9007199254740993',
        title: 'T',
        isActive: true,
        position: 3,
        conditions: { all: [{ field: 'update_type', operator: 'is', value: 'Create' }], any: [] },
        actions: [{ field: 'current_tags', value: 'x' }],
      },
    ]);
  });

  it('sends a repair once, and never again after a failure', async () => {
    const inspection = await inspect({ '/api/v2/triggers': { status: 503, body: {} } });
    const rule = { title: 'T', isActive: true, conditions: { all: [], any: [] }, actions: [] };
    await expect(inspection.mend({ kind: 'create_trigger', rule })).rejects.toMatchObject({
      code: 'zendesk_unavailable',
    });
    expect(zendesk.requests.filter(({ path }) => path.startsWith('/api/v2/triggers'))).toHaveLength(1);
  });
});
