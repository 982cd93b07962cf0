import { connectZaf } from '../../../src/app/zaf/connectZaf';
import { readInstallation } from '../../../src/app/zaf/readInstallation';
import { buildView } from '../buildView';
import { createFakeZaf } from '../createFakeZaf';

describe('readInstallation', () => {
  it('reads the bridge, the ticket and the fields', async () => {
    const zaf = connectZaf(createFakeZaf(buildView()).client);
    expect(await readInstallation(zaf)).toEqual({
      kind: 'ready',
      bridgeUrl: 'https://bridge.test',
      isNewTicket: false,
      ticketId: '35',
      actionFieldId: 900,
      lineFieldId: 902,
      creditFieldId: 901,
    });
  });

  it.each([undefined, '', 'credits.example.com', 'javascript:alert(1)', 7])(
    'takes %p for no address of a bridge',
    async (bridgeUrl) => {
      const zaf = connectZaf(createFakeZaf(buildView(), { settings: { bridge_url: bridgeUrl } }).client);
      expect(await readInstallation(zaf)).toEqual({ kind: 'not_set_up', missing: 'bridge_url' });
    },
  );

  it('reads an id that comes as text, and none from anything else', async () => {
    const fake = createFakeZaf(buildView());
    fake.state.paths['requirement:credit_action'] = { requirement_id: '360001234567' };
    fake.state.paths['requirement:support_credit'] = { requirement_id: 'x' };
    expect(await readInstallation(connectZaf(fake.client))).toMatchObject({
      actionFieldId: 360001234567,
      creditFieldId: undefined,
    });
  });
});
