import { buildOpenSidebars } from '../../../../src/adapters/zendesk/sidebars/buildOpenSidebars';
import { SIDEBAR_NEWS_EVENT, sidebarNewsSchema } from '../../../../src/contract/sidebarNews';
import type { SidebarNews } from '../../../../src/contract/sidebarNews';
import { buildFixedClock, buildRecordedLog } from '../../billmanager/recordedLog';
import { startScriptedZendesk } from '../scriptedZendesk';
import type { ScriptedAnswer, ScriptedZendesk } from '../scriptedZendesk';

const INSTALLATIONS = '/api/v2/apps/installations.json';
const NOTIFY = '/api/v2/apps/notify.json';

const OURS = {
  id: 1,
  app_id: 375,
  enabled: true,
  settings: { name: 'Credits', bridge_url: 'https://b.test' },
};
const OTHERS = { id: 2, app_id: 12, enabled: true, settings: { name: 'Weather' } };
const SWITCHED_OFF = { id: 3, app_id: 99, enabled: false, settings: { bridge_url: 'https://old.test' } };

const log = buildRecordedLog();
const clock = buildFixedClock('2026-11-22T10:00:00Z');
let account: ScriptedZendesk | undefined;

/** An account with these installations; `notify` says what becomes of each message. */
async function start(
  installations: unknown[],
  notify: (count: number) => ScriptedAnswer = () => ({ body: '' }),
) {
  account = await startScriptedZendesk(({ path }, count) => {
    if (path === '/oauth/tokens') return { body: { access_token: 'token', expires_in: 7_200 } };
    if (path === INSTALLATIONS) return { body: { installations, next_page: null } };
    return path === NOTIFY ? notify(count) : { status: 404 };
  });
  const due: (() => void)[] = [];
  const sidebars = buildOpenSidebars({
    baseUrl: account.url,
    clientId: 'bridge',
    clientSecret: 'hush',
    logger: log,
    clock,
    timeoutMs: 2_000,
    event: SIDEBAR_NEWS_EVENT,
    schedule: (run) => due.push(run),
  });
  const { requests } = account;
  const count = (path: string) => requests.filter((request) => request.path === path).length;
  return {
    sidebars,
    requests,
    count,
    /** Tells of a ticket, once the message before has come to its end, and waits until `path` was asked for so often. */
    async tellAndWait(ticketId: string, path: string, times: number) {
      sidebars.tell({ ticketId });
      await waitUntil(() => due.length > 0);
      due.splice(0).forEach((run) => run());
      await waitUntil(() => count(path) >= times);
    },
    isAnythingDue: () => due.length > 0,
  };
}

/** Ends with the test's own time when it never becomes true. */
async function waitUntil(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5));
}

const warnings = () => log.lines.filter((line) => line.level === 'warn');

beforeEach(() => {
  log.lines.splice(0);
  clock.set('2026-11-22T10:00:00Z');
});
afterEach(async () => {
  await account?.close();
  account = undefined;
});

describe('buildOpenSidebars', () => {
  it('finds our app by its setting, and sends the event of the contract with ids alone', async () => {
    const { sidebars, requests, count, tellAndWait } = await start([OTHERS, SWITCHED_OFF, OURS]);
    sidebars.tell({ billingAccountId: '1001' });
    await tellAndWait('7', NOTIFY, 1);
    const { method, body } = requests.find(({ path }) => path === NOTIFY)!;
    expect(method).toBe('POST');
    expect(body).toEqual({ app_id: 375, event: SIDEBAR_NEWS_EVENT, body: expect.any(String) });
    const told: unknown = JSON.parse((body as { body: string }).body);
    const news: SidebarNews = { ticketIds: ['7'], billingAccountIds: ['1001'] };
    expect(sidebarNewsSchema.parse(told)).toEqual(news);
    expect(told).toEqual(news);
    await tellAndWait('8', NOTIFY, 2);
    expect(count(INSTALLATIONS)).toBe(1);
  });

  it('looks for the app again after an hour: it may have been installed anew', async () => {
    const { count, tellAndWait } = await start([OURS]);
    await tellAndWait('7', NOTIFY, 1);
    clock.set('2026-11-22T11:00:00Z');
    await tellAndWait('8', NOTIFY, 2);
    expect(count(INSTALLATIONS)).toBe(2);
  });

  it('says once that there is no such app, and leaves it at that for an hour', async () => {
    const { sidebars, count, tellAndWait, isAnythingDue } = await start([OTHERS]);
    await tellAndWait('7', INSTALLATIONS, 1);
    await waitUntil(() => warnings().length === 1);
    for (const ticketId of ['8', '9']) sidebars.tell({ ticketId });
    expect(isAnythingDue()).toBe(false);
    clock.set('2026-11-22T11:00:00Z');
    await tellAndWait('8', INSTALLATIONS, 2);
    await waitUntil(() => warnings().length === 2);
    expect(count(NOTIFY)).toBe(0);
  });

  it('warns of a failure that may pass, does not repeat the message, and goes on with the next', async () => {
    const { count, tellAndWait } = await start([OURS], (times) =>
      times === 1 ? { status: 503 } : { body: '' },
    );
    await tellAndWait('7', NOTIFY, 1);
    await waitUntil(() => warnings().length === 1);
    expect(warnings()).toMatchObject([{ fields: { code: 'zendesk_unavailable' } }]);
    await tellAndWait('8', NOTIFY, 2);
    expect(count(NOTIFY)).toBe(2);
    expect(warnings()).toHaveLength(1);
  });

  it('tries nothing more for an hour when a right is missing', async () => {
    const { sidebars, tellAndWait, isAnythingDue } = await start([OURS], () => ({ status: 403 }));
    await tellAndWait('7', NOTIFY, 1);
    await waitUntil(() => warnings().length === 1);
    sidebars.tell({ ticketId: '8' });
    expect(isAnythingDue()).toBe(false);
  });
});
