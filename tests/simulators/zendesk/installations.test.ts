import { OAUTH_CLIENT, send, startTestZendesk } from './startTestZendesk';
import type { Answer, TestZendesk } from './startTestZendesk';

let zendesk: TestZendesk;

beforeEach(async () => {
  zendesk = await startTestZendesk();
});
afterEach(async () => {
  await zendesk.close();
});

type Made = { identifier: string; requirement_id: number | string; requirement_type: string };
const readRequirements = async (installationId: number): Promise<Made[]> => {
  const path = `/api/v2/apps/installations/${String(installationId)}/requirements.json`;
  return (await zendesk.call('GET', path)).body.requirements as Made[];
};
const listInstallations = async (): Promise<{ id: number; app_id: number }[]> =>
  (await zendesk.call('GET', '/api/v2/apps/installations')).body.installations as never;
const installAgain = async (): Promise<Answer> => {
  const [first] = await listInstallations();
  const body = { app_id: first?.app_id, settings: { name: 'Support Credits 2' } };
  return zendesk.call('POST', '/api/v2/apps/installations', body);
};

describe('an installation', () => {
  it('says which object each requirement became', async () => {
    const [installation] = await listInstallations();
    const made = await readRequirements(installation?.id ?? 0);
    const field = made.find((one) => one.identifier === 'support_credit');
    const path = `/api/v2/ticket_fields/${String(field?.requirement_id)}`;
    expect((await zendesk.call('GET', path)).body.ticket_field).toMatchObject({
      type: 'tagger',
      creator_user_id: -1,
    });
    const types = made.map((one) => one.requirement_type);
    expect(types).toEqual(expect.arrayContaining(['ticket_fields', 'user_fields', 'webhooks', 'triggers']));
  });

  it('can be there twice: fields, triggers and webhooks twice, user fields shared', async () => {
    const [first] = await listInstallations();
    const second = await installAgain();
    const job = String(second.body.pending_job_id);
    const status = await zendesk.call('GET', `/api/v2/apps/installations/job_statuses/${job}`);
    expect(status.body).toMatchObject({ status: 'completed' });

    const earlier = await readRequirements(first?.id ?? 0);
    const later = await readRequirements(Number(second.body.id));
    const idsOf = (made: Made[], type: string) =>
      made.filter((one) => one.requirement_type === type).map((one) => one.requirement_id);
    for (const type of ['ticket_fields', 'triggers', 'webhooks']) {
      expect(idsOf(later, type)).toHaveLength(idsOf(earlier, type).length);
      expect(idsOf(later, type).filter((id) => idsOf(earlier, type).includes(id))).toEqual([]);
    }
    expect(idsOf(later, 'user_fields')).toEqual(idsOf(earlier, 'user_fields'));
    // Each trigger of the second installation names the second webhook.
    const [webhookId] = idsOf(later, 'webhooks');
    const kept = (one?: Made) => zendesk.world.triggers.get(Number(one?.requirement_id));
    const trigger = later.find((one) => kept(one)?.actions[0]?.field === 'notification_webhook');
    expect(kept(trigger)?.actions[0]?.value).toMatchObject([webhookId, expect.any(String)]);
  });

  it('takes its own objects along when it goes, and leaves what another one names', async () => {
    const second = await installAgain();
    const before = zendesk.world.ticketFields.size();
    await zendesk.call('DELETE', `/api/v2/apps/installations/${String(second.body.id)}`);
    expect(zendesk.world.ticketFields.size()).toBe(before / 2);
    expect(zendesk.world.userFields.find((one) => one.key === 'support_credits')).toBeDefined();
    expect(await listInstallations()).toHaveLength(1);
  });

  it('is one again after a reset', async () => {
    const [first] = await listInstallations();
    const fieldCount = zendesk.world.ticketFields.size();
    await installAgain();
    await zendesk.control('reset');
    expect(await listInstallations()).toMatchObject([{ id: first?.id }]);
    expect(zendesk.world.ticketFields.size()).toBe(fieldCount);
  });

  it('is refused to agents, and for an app that nobody knows', async () => {
    const body = { app_id: 1 };
    const install = (as: string) => zendesk.call('POST', '/api/v2/apps/installations', body, as);
    expect((await install('care@agent.test')).status).toBe(403);
    expect((await install('admin@agent.test')).status).toBe(404);
  });
});

describe('the token that asks', () => {
  const grant = async (scope: string): Promise<Record<string, string>> => {
    const body = { grant_type: 'client_credentials', client_id: OAUTH_CLIENT.id, scope };
    const secret = { client_secret: OAUTH_CLIENT.secret };
    const { body: token } = await send(zendesk.url, 'POST', '/oauth/tokens', { ...body, ...secret }, {});
    return { authorization: `Bearer ${String(token.access_token)}` };
  };
  const CURRENT = '/api/v2/oauth/tokens/current.json';

  it('is told its scopes and how long it lives, and never itself', async () => {
    const headers = await grant('tickets:read users:write');
    const { body } = await send(zendesk.url, 'GET', CURRENT, undefined, headers);
    expect(body.token).toMatchObject({ scopes: ['tickets:read', 'users:write'] });
    expect(JSON.stringify(body)).not.toContain(headers.authorization?.slice('Bearer '.length) ?? '');
  });

  it('reaches what its scopes name, and no more', async () => {
    await zendesk.control('seed', { tickets: [{ requester: 'credits@client.test' }] });
    const headers = await grant('tickets:read users:write');
    const statusOf = async (method: string, path: string, body?: unknown) =>
      (await send(zendesk.url, method, path, body, headers)).status;
    expect(await statusOf('GET', '/api/v2/tickets/1')).toBe(200);
    expect(await statusOf('PUT', '/api/v2/tickets/1', { ticket: { priority: 'low' } })).toBe(403);
    expect(await statusOf('GET', '/api/v2/tickets/1/audits')).toBe(403);
    expect(await statusOf('GET', '/api/v2/triggers')).toBe(403);
    expect(await statusOf('GET', '/api/v2/users/me')).toBe(200);
  });

  it('can be given back', async () => {
    const headers = await grant('read write');
    expect((await send(zendesk.url, 'DELETE', CURRENT, undefined, headers)).status).toBe(204);
    expect((await send(zendesk.url, 'GET', CURRENT, undefined, headers)).status).toBe(401);
  });

  it('is not there for a session', async () => {
    expect((await zendesk.call('GET', CURRENT)).status).toBe(404);
  });
});
