import { connectZaf } from '../../../src/app/zaf/connectZaf';
import { readAgent } from '../../../src/app/zaf/readAgent';
import { buildView } from '../buildView';
import { createFakeZaf } from '../createFakeZaf';

describe('readAgent', () => {
  it('reads who sits before the screen', async () => {
    const zaf = connectZaf(createFakeZaf(buildView()).client);
    expect(await readAgent(zaf)).toEqual({ id: '7', role: 'agent', groupIds: ['70'] });
  });

  it('leaves open what Zendesk does not tell', async () => {
    const fake = createFakeZaf(buildView());
    delete fake.state.paths['currentUser.groups'];
    fake.state.paths['currentUser.role'] = 'light_agent';
    expect(await readAgent(connectZaf(fake.client))).toEqual({
      id: '7',
      role: undefined,
      groupIds: undefined,
    });
  });
});
