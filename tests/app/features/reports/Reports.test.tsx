import { screen, waitFor, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { toRejection } from '../../createFakeZaf';
import { createAdminZaf, renderAdminTab } from '../../renderAdminPage';
import type { BridgeAnswers } from '../../renderAdminPage';
import {
  buildMovementRow,
  buildMovements,
  buildOutstanding,
  buildWaits,
  buildWrongLines,
} from './buildReports';

// The page is large, and axe looks at all of it.
jest.setTimeout(30_000);

/** Only the day is faked. */
beforeAll(() =>
  jest.useFakeTimers({
    now: new Date('2026-11-22T14:10:00.000Z'),
    doNotFake: [
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'requestAnimationFrame',
      'cancelAnimationFrame',
      'setImmediate',
      'clearImmediate',
      'setInterval',
      'clearInterval',
      'setTimeout',
      'clearTimeout',
    ],
  }),
);
afterAll(() => jest.useRealTimers());

const DAYS = 'from=2026-10-24&to=2026-11-22';
const RANGE = `/v1/admin/reports/movements?${DAYS}`;
const MOVEMENTS = `${RANGE}&by=day`;
const byDay = buildMovements([buildMovementRow('2026-11-20'), buildMovementRow('2026-11-22')]);

/** The rows of the table as the words of their cells, without the names that only narrow pages show. */
function readTable(): string[][] {
  const [, ...rows] = within(screen.getByRole('table')).getAllByRole('row');
  return rows.map((row) => [...row.children].map((cell) => cell.lastChild?.textContent ?? ''));
}

const readFigures = () => screen.getAllByRole('definition').map(({ textContent }) => textContent);

async function open(answers: BridgeAnswers) {
  const zaf = createAdminZaf({ [MOVEMENTS]: byDay, ...answers });
  return { zaf, ...(await renderAdminTab(zaf, 'Reports')) };
}

describe('the reports', () => {
  it('tell what was debited, waived and returned, in figures and in a table', async () => {
    const { container } = await open({});
    expect(
      await screen.findByRole('table', { name: 'By day, Oct 24, 2026 to Nov 22, 2026 (UTC)' }),
    ).toBeInTheDocument();
    expect(readTable()).toEqual([
      ['Nov 20, 2026', '1,200', '30', '4', '1,205', '5'],
      ['Nov 22, 2026', '1,200', '30', '4', '1,205', '5'],
    ]);
    expect(readFigures()).toEqual(['2,400', '60', '8', '2,410', '10']);
    expect((await axe(container)).violations).toEqual([]);
  });

  it('are told apart by agents, whose names the admin’s session reads, and by what the tickets say', async () => {
    const byAgent = buildMovements([null, '500', '777'].map(buildMovementRow), true);
    const byTopic = buildMovements(['licence_ip', null, 'a_topic_of_an_operator'].map(buildMovementRow));
    const byReason = buildMovements(['charged', 'hotfix', 'later'].map(buildMovementRow));
    const byProduct = buildMovements(['vmmanager', 'other'].map(buildMovementRow));
    const { user } = await open({
      [`${RANGE}&by=agent`]: byAgent,
      [`${RANGE}&by=topic`]: byTopic,
      [`${RANGE}&by=reason`]: byReason,
      [`${RANGE}&by=product`]: byProduct,
      [`${RANGE}&product=vmmanager&by=product`]: buildMovements([]),
    });
    const choose = (name: string) => user.selectOptions(screen.getByLabelText('Told apart by'), name);
    const findNames = async (caption: RegExp, names: string[]) => {
      await screen.findByRole('table', { name: caption });
      await waitFor(() => expect(readTable().map(([name]) => name)).toEqual(names));
    };
    await screen.findByRole('table');
    await choose('Agent');
    await findNames(/^By who/, ['By the rules, without an agent', 'Timur Akhmetov', 'Agent 777']);
    expect(screen.getByText(/the first 1,000 are listed/)).toBeInTheDocument();
    await choose('Topic');
    await findNames(/^By topic/, ['Change the licence IP address', 'Not said', 'a_topic_of_an_operator']);
    await choose('Reason');
    await findNames(/^By reason/, ['A problem for technical support', 'Hotfix installed', 'later']);
    await choose('Product');
    await findNames(/^By product/, ['VMmanager', 'Other']);
    await user.selectOptions(screen.getByLabelText('Product'), 'VMmanager');
    expect(await screen.findByText('Nothing of this happened in this time.')).toBeInTheDocument();
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.queryByText(/left out of the table/)).toBeNull();
  });

  it('tell what is outstanding, by source and age, and what is owed', async () => {
    const { user, container } = await open({
      '/v1/admin/reports/outstanding?from=2026-11-22&to=2026-11-22': buildOutstanding(),
    });
    await user.selectOptions(await screen.findByLabelText('Report'), 'Credits not used yet');
    await screen.findByRole('table', { name: /^By source and age/ });
    expect(readFigures()).toEqual(['4,581', '41']);
    expect(readTable().slice(2, 5)).toEqual([
      ['Packs bought', 'Paid', 'Not usable yet', '30'],
      ['Packs bought', 'Paid', '30 to 89 days', '2,304'],
      ['Packs bought', 'Paid', 'from 365 days', '118'],
    ]);
    expect(screen.queryByLabelText('Time')).toBeNull();
    expect((await axe(container)).violations).toEqual([]);
  });

  it('tell how many debits were on the wrong line, by day and by who handed them over', async () => {
    const wrongLines = buildWrongLines(['2026-11-21', '2026-11-22']);
    const path = `/v1/admin/reports/wrong-lines?${DAYS}`;
    const { user } = await open({ [`${path}&by=day`]: wrongLines, [`${path}&by=agent`]: wrongLines });
    await user.selectOptions(await screen.findByLabelText('Report'), 'Tickets on the wrong line');
    await screen.findByRole('table', { name: /reply, by day/ });
    expect(readFigures()).toEqual(['10%', '5', '50']);
    expect(readTable()).toEqual([
      ['Nov 21, 2026', '20', '2', '10%'],
      ['Nov 22, 2026', '30', '3', '10%'],
    ]);
    await user.selectOptions(screen.getByLabelText('Told apart by'), 'Agent');
    await screen.findByRole('table', { name: /by who had handed over/ });
    await waitFor(() =>
      expect(readTable()).toEqual([
        ['Timur Akhmetov', '9'],
        ['Agent 777', '4'],
      ]),
    );
  });

  it('tell how long it takes from submit to debit, in Russian too', async () => {
    const zaf = createAdminZaf({
      [MOVEMENTS]: byDay,
      [`/v1/admin/reports/waits?${DAYS}`]: buildWaits(),
    });
    zaf.state.paths['currentUser.locale'] = 'ru';
    const { user, container } = await renderAdminTab(zaf, 'Отчёты');
    await user.selectOptions(await screen.findByLabelText('Отчёт'), 'От отправки до списания');
    await screen.findByRole('table', { name: /^Время от отправки до списания/ });
    const plain = readTable().map((row) => row.map((cell) => cell.replace(/\s/g, ' ')));
    expect(plain[0]).toEqual(['До 5 с', '900', '90 %']);
    expect(plain[4]).toEqual(['От 1 мин до 5 мин', '5', '0,5 %']);
    expect(plain.at(-1)).toEqual(['1 дн. и дольше', '0', '0 %']);
    expect((await axe(container)).violations).toEqual([]);
  });

  it('are read over days of one’s own once these are a range, and keep what is shown until then', async () => {
    const own = '/v1/admin/reports/movements?from=2026-01-01&to=2026-01-31&by=day';
    const { user, zaf, container } = await open({ [own]: buildMovements([buildMovementRow('2026-01-07')]) });
    await screen.findByRole('table');
    await user.selectOptions(screen.getByLabelText('Time'), 'Other days');
    const message = screen.getByText('Enter the first and the last day.');
    expect(message.closest('[role="alert"]')).not.toBeNull();
    expect(screen.getByLabelText('Last day')).toHaveAccessibleDescription(
      'Enter the first and the last day.',
    );
    expect(readTable()).toHaveLength(2);
    expect((await axe(container)).violations).toEqual([]);
    await user.type(screen.getByLabelText('First day'), '2026-01-01');
    await user.type(screen.getByLabelText('Last day'), '2025-12-31');
    expect(screen.getByText('The last day lies before the first one.')).toBeInTheDocument();
    await user.clear(screen.getByLabelText('Last day'));
    await user.type(screen.getByLabelText('Last day'), '2027-02-05');
    expect(screen.getByText('At most 400 days at once.')).toBeInTheDocument();
    const asked = zaf.reads().length;
    await user.clear(screen.getByLabelText('Last day'));
    await user.type(screen.getByLabelText('Last day'), '2026-01-31');
    await waitFor(() => expect(readTable()[0]?.[0]).toBe('Jan 7, 2026'));
    expect(zaf.reads()).toHaveLength(asked + 1);
  });

  it('say that they are being read, why they cannot be, and try again', async () => {
    const zaf = createAdminZaf({ [MOVEMENTS]: byDay });
    const answer = zaf.state.onRequest;
    let refuse: (reason: unknown) => void = () => undefined;
    zaf.state.onRequest = ({ url }) =>
      url.includes('reports') ? new Promise((_resolve, reject) => (refuse = reject)) : undefined;
    const { user, container } = await renderAdminTab(zaf, 'Reports');
    expect(await screen.findByText('Reading…')).toBeInTheDocument();
    await waitFor(() => expect(zaf.reads().some(({ url }) => url.includes('reports'))).toBe(true));
    refuse(toRejection(503, { error: { code: 'database_unavailable', requestId: 'r' } }));
    expect(await screen.findByText(/database does not answer/)).toBeInTheDocument();
    expect((await axe(container)).violations).toEqual([]);
    zaf.state.onRequest = answer;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('table')).toBeInTheDocument();
  });
});

describe('the file of a report', () => {
  const SHEET = 'day,debits\r\n2026-11-20,1200\r\n';
  const saved: { name: string; text: Promise<string> }[] = [];

  beforeEach(() => {
    saved.length = 0;
    const blobs = new Map<string, Blob>();
    URL.createObjectURL = (blob: Blob) => {
      blobs.set(`blob:${blobs.size}`, blob);
      return `blob:${blobs.size - 1}`;
    };
    URL.revokeObjectURL = (address) => void blobs.delete(address);
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push({ name: this.download, text: readText(blobs.get(this.href)!) });
    });
  });
  afterEach(() => jest.restoreAllMocks());

  it('holds what is shown, as text that the bridge has made', async () => {
    const { user, zaf } = await open({ [`${MOVEMENTS}&format=csv`]: SHEET });
    await user.click(await screen.findByRole('button', { name: 'Download CSV' }));
    const name = 'support-credits-movements-day-2026-10-24-2026-11-22.csv';
    expect(await screen.findByText(`${name} is handed to the browser.`)).toBeInTheDocument();
    expect(saved.map((file) => file.name)).toEqual([name]);
    expect(await saved[0]!.text).toBe(SHEET);
    expect(zaf.requests.at(-1)).toMatchObject({ dataType: 'text' });
  });

  it('can be copied, and says so where the browser does not allow it', async () => {
    const { user } = await open({ [`${MOVEMENTS}&format=csv`]: SHEET });
    await user.click(await screen.findByRole('button', { name: 'Copy as CSV' }));
    expect(await screen.findByText('The rows are copied as CSV.')).toBeInTheDocument();
    expect(await navigator.clipboard.readText()).toBe(SHEET);
    jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('Not allowed'));
    await user.click(screen.getByRole('button', { name: 'Copy as CSV' }));
    expect(await screen.findByText('The browser does not allow copying here.')).toBeInTheDocument();
  });

  it('cannot be had when the bridge refuses, which is told', async () => {
    const { user, zaf } = await open({});
    const button = await screen.findByRole('button', { name: 'Download CSV' });
    // As Zendesk rejects where text was asked for: nobody has read the JSON.
    const body = JSON.stringify({ error: { code: 'database_unavailable', requestId: 'r' } });
    zaf.state.onRequest = () => Promise.reject({ status: 503, responseText: body });
    await user.click(button);
    expect(await screen.findByText('The file cannot be made')).toBeInTheDocument();
    expect(screen.getByText(/database does not answer/)).toBeInTheDocument();
    expect(saved).toEqual([]);
  });
});

function readText(blob: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(blob);
  });
}
