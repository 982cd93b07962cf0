import { buildTestPanel, failureOf } from './askPanel';
import { replayPanel } from './replayPanel';
import type { ReplayedPanel } from './replayPanel';

let panel: ReplayedPanel;

afterEach(() => panel.close());

describe('a recorded life of a session', () => {
  it('is walked with exactly the forms of the recording', async () => {
    panel = await replayPanel('sessionLife');
    const { ask } = buildTestPanel({
      baseUrl: panel.url,
      login: 'session',
      authinfo: 'support-bridge:playground',
    });
    const readPage = (p_num: string) =>
      ask('user', { filter: 'on', email: 'client.test', p_cnt: '4', p_num });

    const pages = [await readPage('1'), await readPage('2')];
    const emails = pages.map((page) => page?.rows.map((row) => row.get('email')));
    expect(emails).toEqual([
      ['credits@client.test', 'empty@client.test', 'partner@client.test', 'nearly@client.test'],
      ['two@client.test', 'two@client.test', 'notcredits@client.test.example', 'expartner@client.test'],
    ]);
    expect(pages[0]?.fields.get('p_elems')).toBe('9');

    const form = await ask('user.edit', { elid: '5001' });
    expect([form?.isList, form?.fields.get('account'), form?.fields.get('phone')]).toEqual([
      false,
      '1001',
      undefined,
    ]);

    // A right that is missing leaves the session alone; a session that is over is made anew once.
    expect(await ask('no_such_function')).toBeUndefined();
    const partners = await ask('hostingpartner');
    expect(partners?.rows.map((row) => [row.get('account'), row.get('level')])).toEqual([['1003', 'Gold']]);

    expect((await failureOf(ask('account.edit', { elid: '999999' }))).code).toBe('billing_missed');
    expect(panel.calls.map(({ params }) => params)).toEqual(panel.asked);
  });
});
