import { buildNameReader } from '../../../src/app/api/buildNameReader';
import { buildZendeskHttp } from '../../../src/app/api/buildZendeskHttp';
import { connectZaf } from '../../../src/app/zaf/connectZaf';
import { buildView } from '../buildView';
import { createFakeZaf, toRejection } from '../createFakeZaf';

function setUp() {
  const fake = createFakeZaf(buildView(), { people: { '1': 'Ada', '2': 'Тимур' } });
  return { fake, readNames: buildNameReader(buildZendeskHttp(connectZaf(fake.client))) };
}

describe('the names of people', () => {
  it('are read in one call, and each once', async () => {
    const { fake, readNames } = setUp();
    expect([...(await readNames(['1', '2', '3']))]).toEqual([
      ['1', 'Ada'],
      ['2', 'Тимур'],
    ]);
    expect([...(await readNames(['2']))]).toEqual([['2', 'Тимур']]);
    expect(fake.requests.map(({ url }) => url)).toEqual(['/api/v2/users/show_many.json?ids=1,2,3']);
    expect(fake.requests[0]).not.toHaveProperty('jwt');
  });

  it('are left out when Zendesk does not tell, and asked for again the next time', async () => {
    const { fake, readNames } = setUp();
    fake.state.onRequest = () => Promise.reject(toRejection(403, { error: 'Forbidden' }));
    expect([...(await readNames(['1']))]).toEqual([]);
    fake.state.onRequest = () => Promise.resolve({ users: 'none' });
    expect([...(await readNames(['1']))]).toEqual([]);
    fake.state.onRequest = undefined;
    expect([...(await readNames(['1']))]).toEqual([['1', 'Ada']]);
  });
});
