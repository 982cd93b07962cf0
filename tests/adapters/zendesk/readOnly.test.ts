import { buildZendeskDesk } from '../../../src/adapters/zendesk/buildZendeskDesk';
import { buildFixedClock, buildRecordedLog } from '../billmanager/recordedLog';
import { startScriptedZendesk } from './scriptedZendesk';
import type { ScriptedZendesk } from './scriptedZendesk';

let account: ScriptedZendesk;

beforeEach(async () => {
  account = await startScriptedZendesk(({ path }) =>
    path === '/oauth/tokens'
      ? { body: { access_token: 'token', expires_in: 7_200 } }
      : { body: { user: { id: 1, role: 'admin' } } },
  );
});
afterEach(() => account.close());

const buildDesk = (isReadOnly: boolean) =>
  buildZendeskDesk({
    baseUrl: account.url,
    clientId: 'client',
    clientSecret: 'secret',
    logger: buildRecordedLog(),
    clock: buildFixedClock('2026-11-22T10:00:00Z'),
    isReadOnly,
  });

const fields = {
  credits: 1,
  spendCents: 0,
  isPartner: false,
  billingAccountId: '1001',
  billingReadAt: '2026-11-22T10:00:00Z',
};

describe('a desk that only reads', () => {
  it('reads with a token that has no right to write', async () => {
    await buildDesk(true).readOwnUserId();
    expect(account.requests[0]?.body).toMatchObject({ scope: 'read' });
    expect(account.requests.at(-1)?.method).toBe('GET');
  });

  it('sends nothing that would change something, and says so', async () => {
    await expect(buildDesk(true).updateUserFields('5', fields)).rejects.toMatchObject({
      code: 'zendesk_read_only',
      retry: false,
    });
    await expect(buildDesk(true).tagLowBalance('7', 'low')).rejects.toMatchObject({
      code: 'zendesk_read_only',
    });
    expect(account.requests.filter(({ path }) => path !== '/oauth/tokens')).toEqual([]);
  });

  it('is the only one that does: the other writes', async () => {
    await buildDesk(false).updateUserFields('5', fields);
    expect(account.requests[0]?.body).toMatchObject({ scope: 'read write' });
    expect(account.requests.at(-1)?.method).toBe('PUT');
  });
});
