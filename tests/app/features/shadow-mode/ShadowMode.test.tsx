import { screen, waitFor, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { buildShadowPage, MIXED_TICKETS } from '../../buildShadowPage';
import { toRejection } from '../../createFakeZaf';
import { createAdminZaf, renderAdminTab } from '../../renderAdminPage';

// The page is large, and axe looks at all of it.
jest.setTimeout(30_000);

const DAY_MS = 86_400_000;

/** The tab where the bridge answers so to each reading: by what `after` it names, '' for the first page, 'csv' for the file. */
async function show(answers: Record<string, unknown>) {
  const zaf = createAdminZaf({});
  zaf.state.onRequest = async ({ url }) => {
    const query = new URL(url).searchParams;
    return answers[query.get('format') ?? query.get('after') ?? ''];
  };
  return { zaf, ...(await renderAdminTab(zaf, 'Shadow mode')) };
}

function readSince(url: string): number {
  return Date.parse(new URL(url).searchParams.get('since') ?? '');
}

describe('the page of shadow mode', () => {
  it("shows billing's own count of the client where it is asked for", async () => {
    const tickets = [{ nativeCount: 7 }, { ticketId: '36', nativeCount: null }];
    await show({ '': buildShadowPage(tickets, { isCounted: true }) });
    const rows = within(await screen.findByRole('list', { name: 'Shadow mode' })).getAllByRole('listitem');
    expect(rows[0]).toHaveTextContent("Billing's own count of incidents7");
    expect(rows[1]).toHaveTextContent("Billing's own count of incidentsNot known");
  });

  it('holds what the bridge would have done against what staff did, and leads to each ticket', async () => {
    const { user, zaf, container } = await show({ '': buildShadowPage(MIXED_TICKETS) });
    const list = await screen.findByRole('list', { name: 'Shadow mode' });
    const rows = within(list)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(rows[0]).toMatch(/The bridge1 credit debited.*StaffA credit was taken \(noted: true\)Both alike$/);
    expect(rows[1]).toMatch(/StaffNo credit was takenTaken by the bridge alone$/);
    expect(rows[2]).toMatch(/: partner.*Taken by staff alone$/);
    expect(rows[3]).toMatch(/StaffNot knownCannot be compared yet$/);
    expect(rows[4]).not.toContain('a_reason');
    expect(screen.getByText('5 tickets shown').parentElement).toHaveTextContent(
      'Both alike: 1Taken by the bridge alone: 1Taken by staff alone: 2Cannot be compared yet: 1',
    );
    expect((await axe(container)).violations).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Ticket 1204312' }));
    expect(zaf.invoked.at(-1)).toEqual(['routeTo', 'ticket', 1204312]);
  });

  it('reads on, and adds up what is shown', async () => {
    const { user } = await show({
      '': buildShadowPage([{ ticketId: '1' }], { next: '1' }),
      1: buildShadowPage([{ ticketId: '2', verdict: 'only_staff' }]),
    });
    await user.click(await screen.findByRole('button', { name: 'Show more' }));
    expect((await screen.findByText('2 tickets shown')).parentElement).toHaveTextContent('Both alike: 1');
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it('asks about the last 14 days, or about as many as are chosen', async () => {
    const { user, zaf } = await show({ '': buildShadowPage([]) });
    expect(await screen.findByText('No ticket was decided in this time.')).toBeInTheDocument();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Decided in the last' }), '30 days');
    const asked = () => zaf.reads().filter(({ url }) => url.includes('/shadow'));
    await waitFor(() => expect(asked()).toHaveLength(2));
    const [first, second] = asked().map(({ url }) => readSince(url));
    expect(first! - second!).toBe(16 * DAY_MS);
  });

  it('saves the same as a file', async () => {
    const saved: string[] = [];
    const createObjectURL = (blob: Blob) => {
      saved.push(`${blob.type} ${blob.size}`);
      return 'blob:1';
    };
    Object.assign(URL, { createObjectURL, revokeObjectURL: () => undefined });
    // jsdom can do neither of the three.
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      saved.push(this.download);
    });
    const { user, zaf } = await show({ '': buildShadowPage(MIXED_TICKETS), csv: 'ticketId\r\n35\r\n' });
    await user.click(await screen.findByRole('button', { name: 'Save as CSV' }));
    // Three bytes are the mark that says UTF-8.
    await waitFor(() => expect(saved).toEqual(['text/csv;charset=utf-8 17', 'support-credits-shadow.csv']));
    click.mockRestore();
    expect(zaf.reads().at(-1)).toMatchObject({ dataType: 'text' });
  });

  it('says why there is no file', async () => {
    const csv = Promise.reject(toRejection(502, { error: { code: 'zendesk_unavailable', requestId: 'r' } }));
    csv.catch(() => undefined);
    const { user } = await show({ '': buildShadowPage(MIXED_TICKETS), csv });
    await user.click(await screen.findByRole('button', { name: 'Save as CSV' }));
    expect(await screen.findByText('The file was not made')).toBeInTheDocument();
  });

  it('says that nobody told it where staff note what they did', async () => {
    await show({ '': buildShadowPage([{ verdict: 'open' }], { isStaffKnown: false }) });
    expect(await screen.findByText(/set SHADOW_STAFF_FIELD/)).toBeInTheDocument();
  });

  it('says of a live bridge what shadow mode is for', async () => {
    const { container } = await show({ '': { mode: 'live', next: null } });
    expect(await screen.findByText(/The bridge runs live/)).toBeInTheDocument();
    expect(screen.queryByRole('combobox')).toBeNull();
    expect((await axe(container)).violations).toEqual([]);
  });
});
