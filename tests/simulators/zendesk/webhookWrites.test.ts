import { signWebhook } from '../../../src/simulators/zendesk/webhooks/signWebhook';
import { startReceiver } from './startReceiver';
import type { Receiver } from './startReceiver';
import { startTestZendesk } from './startTestZendesk';
import type { TestZendesk } from './startTestZendesk';

const STATIC_SECRET = 'dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==';
const PATH = '/api/v2/webhooks';
let zendesk: TestZendesk;
let receiver: Receiver;

beforeEach(async () => {
  receiver = await startReceiver();
  zendesk = await startTestZendesk(receiver.url);
});
afterEach(async () => {
  await zendesk.close();
  await receiver.close();
});

const buildInput = () => ({
  name: 'Bridge',
  endpoint: receiver.url,
  http_method: 'POST',
  request_format: 'json',
  status: 'active',
  subscriptions: ['conditional_ticket_events'],
});
const create = async () => {
  const { body } = await zendesk.call('POST', PATH, { webhook: buildInput() });
  return body.webhook as { id: string; name: string; created_by: string };
};
const readSecret = async (id: string) =>
  ((await zendesk.call('GET', `${PATH}/${id}/signing_secret`)).body.signing_secret as { secret: string })
    .secret;
const appWebhookId = () => zendesk.world.webhooks.all()[0]?.id ?? '';

describe('a webhook that an admin makes', () => {
  it('has a secret of its own, which can be read and made anew', async () => {
    const { id } = await create();
    const secret = await readSecret(id);
    const renewed = await zendesk.call('POST', `${PATH}/${id}/signing_secret`);
    expect(renewed.status).toBe(201);
    expect(await readSecret(id)).not.toBe(secret);
  });

  it('is changed in part, found by name and status, and removed', async () => {
    const { id } = await create();
    const changed = await zendesk.call('PATCH', `${PATH}/${id}`, { webhook: { status: 'inactive' } });
    expect(changed.status).toBe(204);
    const { body } = await zendesk.call(
      'GET',
      `${PATH}?filter[name_contains]=bridge&filter[status]=inactive`,
    );
    expect(body.webhooks).toMatchObject([{ id, name: 'Bridge', endpoint: expect.any(String) }]);
    expect((await zendesk.call('DELETE', `${PATH}/${id}`)).status).toBe(204);
    expect((await zendesk.call('GET', `${PATH}/${id}`)).status).toBe(404);
  });

  it('is listed page by page', async () => {
    await create();
    const first = await zendesk.call('GET', `${PATH}?page[size]=1`);
    expect(first.body.webhooks).toMatchObject([{ id: appWebhookId() }]);
    const { after_cursor: cursor } = first.body.meta as { after_cursor: string };
    const second = await zendesk.call('GET', `${PATH}?page[size]=1&page[after]=${cursor}`);
    expect(second.body).toMatchObject({ webhooks: [{ name: 'Bridge' }], meta: { has_more: false } });
  });

  it.each([
    [{ endpoint: 'not a url' }, 'endpoint'],
    [{ http_method: 'FETCH' }, 'http_method'],
    [{ name: '' }, 'name'],
  ])('is refused with %j, in the words of the webhooks API', async (wrong, field) => {
    const webhook = { ...buildInput(), ...wrong };
    const { status, body } = await zendesk.call('POST', PATH, { webhook });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ field }]);
  });

  it('stays connected as it is', async () => {
    const { id } = await create();
    const webhook = { subscriptions: ['zen:event-type:ticket.created'] };
    expect((await zendesk.call('PATCH', `${PATH}/${id}`, { webhook })).status).toBe(400);
  });
});

describe('a webhook that an app made', () => {
  it('may be changed, keeps its secret to itself and cannot be removed alone', async () => {
    const path = `${PATH}/${appWebhookId()}`;
    expect((await zendesk.call('PUT', path, { webhook: { name: 'Renamed' } })).status).toBe(204);
    expect((await zendesk.call('GET', path)).body.webhook).toMatchObject({
      name: 'Renamed',
      external_source: { name: 'Support Credits' },
    });
    expect((await zendesk.call('GET', `${path}/signing_secret`)).status).toBe(403);
    expect((await zendesk.call('POST', `${path}/signing_secret`)).status).toBe(403);
    expect((await zendesk.call('DELETE', path)).status).toBe(403);
  });
});

describe('a test call', () => {
  const verify = (secret: string) => {
    const { headers, body } = receiver.deliveries[0]!;
    const timestamp = String(headers['x-zendesk-webhook-signature-timestamp']);
    expect(headers['x-zendesk-webhook-signature']).toBe(signWebhook(secret, timestamp, body));
  };

  it('before there is a webhook is signed with the secret that everyone knows', async () => {
    const { body } = await zendesk.call('POST', `${PATH}/test`, { webhook: buildInput() });
    expect(body.test).toMatchObject({ status: 'success', response_code: 200 });
    verify(STATIC_SECRET);
  });

  it('of a webhook is signed with its own', async () => {
    const { id } = await create();
    await zendesk.call('POST', `${PATH}/test?webhook_id=${id}`, { webhook: { endpoint: receiver.url } });
    verify(await readSecret(id));
  });

  it('says that nobody answered', async () => {
    const webhook = { ...buildInput(), endpoint: 'http://127.0.0.1:9/' };
    const { body } = await zendesk.call('POST', `${PATH}/test`, { webhook });
    expect(body.test).toMatchObject({ status: 'failed', response_code: 0 });
  });
});
