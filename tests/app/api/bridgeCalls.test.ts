import { BridgeError } from '../../../src/app/api/BridgeError';
import { buildBridgeHttp } from '../../../src/app/api/buildBridgeHttp';
import { readCreditsView } from '../../../src/app/api/readCreditsView';
import { recheckTicket } from '../../../src/app/api/recheckTicket';
import { connectZaf } from '../../../src/app/zaf/connectZaf';
import { buildView } from '../buildView';
import { createFakeZaf, toRejection } from '../createFakeZaf';

function setUp() {
  const fake = createFakeZaf(buildView());
  return { fake, bridge: buildBridgeHttp(connectZaf(fake.client), 'https://bridge.test') };
}

describe('the calls to the bridge', () => {
  it("go through Zendesk's proxy, which signs them with the secure setting", async () => {
    const { fake, bridge } = setUp();
    expect(await readCreditsView(bridge, '35')).toEqual(buildView());
    expect(fake.requests).toEqual([
      {
        url: 'https://bridge.test/v1/tickets/35/credits',
        type: 'GET',
        headers: {
          Accept: 'application/json, text/plain, */*',
          Authorization: 'Bearer {{jwt.token}}',
        },
        secure: true,
        jwt: {
          algorithm: 'HS256',
          secret_key: '{{setting.shared_secret}}',
          expiry: 60,
          claims: { iss: 'support-credits-app', aud: 'support-credits-bridge' },
        },
      },
    ]);
  });

  it('keep the ticket id inside its place in the address', async () => {
    const { fake, bridge } = setUp();
    await recheckTicket(bridge, '../35?x');
    expect(fake.requests[0]).toMatchObject({
      type: 'POST',
      url: 'https://bridge.test/v1/tickets/..%2F35%3Fx/recheck',
    });
  });

  it.each([
    [toRejection(401, { error: { code: 'unauthorized', requestId: 'r' } }), 'unauthorized'],
    [
      { status: 503, responseText: '{"error":{"code":"queue_unavailable","requestId":"r"}}' },
      'queue_unavailable',
    ],
    [toRejection(429, { error: { code: 'too_many_requests', requestId: 'r' } }), 'too_many_requests'],
    [toRejection(500, { error: { code: 'of tomorrow', requestId: 'r' } }), 'bridge_unreachable'],
    [toRejection(502, '<html>'), 'bridge_unreachable'],
    [toRejection(0, null), 'bridge_unreachable'],
    [new Error('gone'), 'bridge_unreachable'],
  ])('name why there is no answer (%#)', async (rejection, code) => {
    const { fake, bridge } = setUp();
    fake.state.onRequest = () => Promise.reject(rejection);
    await expect(readCreditsView(bridge, '35')).rejects.toMatchObject({ name: 'BridgeError', code });
    await expect(recheckTicket(bridge, '35')).rejects.toBeInstanceOf(BridgeError);
  });

  it('take an empty answer of success for one, although the proxy expects JSON', async () => {
    const { fake, bridge } = setUp();
    fake.state.onRequest = () => Promise.reject({ status: 202, responseText: '' });
    await expect(recheckTicket(bridge, '35')).resolves.toBeUndefined();
  });

  it('refuse a view that the contract does not know', async () => {
    const { fake, bridge } = setUp();
    fake.state.onRequest = () => Promise.resolve({ ...buildView(), now: 'yesterday' });
    await expect(readCreditsView(bridge, '35')).rejects.toMatchObject({ code: 'answer_not_understood' });
  });
});
