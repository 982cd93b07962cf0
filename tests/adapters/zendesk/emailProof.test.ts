import { buildZendeskDesk } from '../../../src/adapters/zendesk/buildZendeskDesk';
import { buildFixedClock, buildRecordedLog } from '../billmanager/recordedLog';
import { IDENTITIES, USER } from './scriptedAnswers';
import { startScriptedZendesk } from './scriptedZendesk';
import type { ScriptedAnswer, ScriptedZendesk } from './scriptedZendesk';

const log = buildRecordedLog();
const clock = buildFixedClock('2026-11-22T10:00:00Z');
const FIRST_PAGE = '/api/v2/users/5/identities.json?type%5B%5D=email';
let account: ScriptedZendesk | undefined;

/** The user 5 (a@b.test) of an account that answers the identities so. */
const readUser = async (identities: (path: string, count: number) => ScriptedAnswer, user = USER.user) => {
  account = await startScriptedZendesk(({ path }, count) => {
    if (path.includes('identities')) return identities(path, count);
    return { body: path === '/oauth/tokens' ? { access_token: 'token' } : { user } };
  });
  const options = { baseUrl: account.url, clientId: 'bridge', clientSecret: 'hush', logger: log, clock };
  return buildZendeskDesk(options).readUser('5');
};
const asked = () => account?.requests.map(({ path }) => path).filter((path) => path.includes('identities'));

afterEach(async () => {
  await account?.close();
  account = undefined;
});

describe('the e-mail of a client', () => {
  const email = IDENTITIES.identities[2];

  it('is verified by an identity of the same address, whatever its case', async () => {
    expect((await readUser(() => ({ body: IDENTITIES })))?.isEmailVerified).toBe(true);
    expect(asked()).toEqual([FIRST_PAGE]);
  });

  it.each([
    ['none', []],
    ['one that is not verified', [{ ...email, verified: false }]],
    ['one of which that is not said', [{ ...email, verified: null }]],
    ['one of another type with the same text', [{ ...email, type: 'foreign' }]],
    ['a verified one of another address', [{ ...email, value: 'b@b.test' }]],
    ['a verified one of a longer address', [{ ...email, value: 'a@b.test.evil.test' }]],
  ])('is not verified by %s', async (_what, identities) => {
    expect((await readUser(() => ({ body: { identities } })))?.isEmailVerified).toBe(false);
  });

  it('is not verified by an address of letters that only fold to its own', async () => {
    const identities = [{ ...email, value: '\u212Aate@b.test' }];
    const user = { ...USER.user, email: 'kate@b.test' };
    expect((await readUser(() => ({ body: { identities } }), user))?.isEmailVerified).toBe(false);
  });

  it('is looked for on further pages, up to the one that has it', async () => {
    const [other, ...rest] = IDENTITIES.identities;
    const next_page = `https://elsewhere.test${FIRST_PAGE}&page=2`;
    const user = await readUser((path) => ({
      body: { identities: path.endsWith('page=2') ? rest : [other], next_page },
    }));
    expect(user?.isEmailVerified).toBe(true);
    expect(asked()).toEqual([FIRST_PAGE, `${FIRST_PAGE}&page=2`]);
  });

  it('is a failure where the pages have no end', async () => {
    const reading = readUser(() => ({
      body: { identities: [], next_page: `${FIRST_PAGE}&page=2` },
    }));
    await expect(reading).rejects.toMatchObject({ code: 'zendesk_unexpected_answer', retry: false });
  });

  it('is not asked about where nothing of the user is verified', async () => {
    const user = { ...USER.user, verified: false };
    expect((await readUser(() => ({ status: 500 }), user))?.isEmailVerified).toBe(false);
    expect(asked()).toEqual([]);
  });

  it('is not verified when the user is gone meanwhile', async () => {
    expect((await readUser(() => ({ status: 404 })))?.isEmailVerified).toBe(false);
  });

  it.each([
    [500, 'zendesk_unavailable', true],
    [403, 'zendesk_unauthorized', false],
  ])('is not guessed when the answer is %i', async (status, code, retry) => {
    await expect(readUser(() => ({ status }))).rejects.toMatchObject({ code, retry });
  });
});
