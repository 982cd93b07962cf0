import { act, render, screen } from '@testing-library/react';
import { startFirstLook } from '../../../src/app/locations/startFirstLook';
import { TicketSidebar } from '../../../src/app/locations/TicketSidebar';
import { connectZaf } from '../../../src/app/zaf/connectZaf';
import { buildView } from '../buildView';
import { createFakeZaf } from '../createFakeZaf';

beforeEach(() => jest.useFakeTimers({ now: new Date('2026-11-22T14:10:00.000Z') }));
afterEach(() => jest.useRealTimers());

const silent = () => new Promise<never>(() => undefined);

function open(zaf: ReturnType<typeof createFakeZaf>) {
  const connected = connectZaf(zaf.client);
  return { zaf: connected, firstLook: startFirstLook(connected) };
}

/** What is known when it is time to draw, and after how many milliseconds that is. */
async function waitToDraw({ firstLook }: ReturnType<typeof open>) {
  const startedAt = Date.now();
  let endedAt: number | undefined;
  const drawing = firstLook.whenToDraw().then((known) => {
    endedAt = Date.now();
    return known;
  });
  for (let ms = 0; ms < 2_000 && endedAt === undefined; ms += 1) await jest.advanceTimersByTimeAsync(1);
  return { known: await drawing, afterMs: (endedAt ?? Infinity) - startedAt };
}

describe('a first look', () => {
  it('is drawn in one go when everything is answered at once, from one reading', async () => {
    const zaf = createFakeZaf(buildView());
    const opened = open(zaf);
    const { known } = await waitToDraw(opened);
    render(<TicketSidebar opened={{ ...opened, known }} />);
    expect(screen.getByText('Hosting Alpha GmbH')).toBeInTheDocument();
    expect(screen.queryByText("Reading the client's credits…")).toBeNull();
    await act(() => jest.advanceTimersByTimeAsync(1_000));
    expect(zaf.reads()).toHaveLength(1);
  });

  it('does not wait for a bridge that takes longer: the grey bars are drawn, and the view when it comes', async () => {
    let answer: (view: unknown) => void = () => undefined;
    const zaf = createFakeZaf(buildView(), {
      onRequest: () => new Promise((resolve) => (answer = resolve)),
    });
    const opened = open(zaf);
    const { known, afterMs } = await waitToDraw(opened);
    expect(known).toMatchObject({ settings: { locale: 'en-US' }, installation: { kind: 'ready' } });
    expect(known.view).toBeUndefined();
    expect(afterMs).toBeLessThan(60);
    render(<TicketSidebar opened={{ ...opened, known }} />);
    expect(screen.getByRole('status')).toHaveTextContent('Reading');
    answer(buildView());
    await act(() => jest.advanceTimersByTimeAsync(10));
    expect(screen.getByText('Hosting Alpha GmbH')).toBeInTheDocument();
  });

  it('is drawn after half a second when the page of Zendesk does not answer', async () => {
    const zaf = createFakeZaf(buildView());
    zaf.client.get = silent;
    zaf.client.context = silent;
    const { known, afterMs } = await waitToDraw(open(zaf));
    expect(known).toEqual({});
    expect(afterMs).toBe(500);
  });
});
