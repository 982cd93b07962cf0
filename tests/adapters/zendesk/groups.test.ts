import { buildScriptedDesk } from './scriptedDesk';
import { startScriptedZendesk } from './scriptedZendesk';
import type { ScriptedZendesk } from './scriptedZendesk';

let account: ScriptedZendesk;
afterEach(() => account.close());

const start = async (answerOf: (path: string) => { status?: number; body?: unknown }) => {
  account = await startScriptedZendesk(({ path }) =>
    path === '/oauth/tokens' ? { body: { access_token: 'token', expires_in: 7_200 } } : answerOf(path),
  );
  return buildScriptedDesk(account);
};

describe('readGroupIds', () => {
  it('reads every page of the memberships', async () => {
    const desk = await start((path) => ({
      body: path.includes('page=2')
        ? { group_memberships: [{ id: 3, user_id: 5, group_id: 9007199254740993 }], next_page: null }
        : {
            group_memberships: [{ id: 1, user_id: 5, group_id: 11 }],
            next_page: `${account.url}/api/v2/users/5/group_memberships.json?page=2`,
          },
    }));
    expect((await desk.readGroupIds('5'))[0]).toBe('11');
    expect(await desk.readGroupIds('5')).toHaveLength(2);
  });

  it('reads none of somebody who is not there', async () => {
    const desk = await start(() => ({ status: 404, body: { error: 'RecordNotFound' } }));
    expect(await desk.readGroupIds('5')).toEqual([]);
  });
});
