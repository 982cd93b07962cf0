import { act, screen } from '@testing-library/react';
import { BEING_READ, buildCredits, NOW } from './answersOnTest';
import { leavePage, openHelpCenter, readLines, settle, SIGNED_IN } from './helpCenterPage';
import type { Said } from './helpCenterPage';

const CREDITS = '/v1/client/credits';
const RULE = 'Technical support takes 1 credit for each problem.';

/** A page with a form on which technical support is chosen, and with a place for the section; the bridge says `said()`. */
function openPage(said: () => Said) {
  document.body.innerHTML = `<form id="new_request"><input name="request[subject]" aria-label="Subject">
    <input type="hidden" name="request[custom_fields][11]" value="tech"><button type="submit">Submit</button></form>
    <div data-support-credits></div>`;
  const { asked } = openHelpCenter({ ...SIGNED_IN, [CREDITS]: said });
  return { countAsked: () => asked.filter((address) => address.startsWith(CREDITS)).length };
}

const wait = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const notice = () => readLines('.support-credits-notice');
const section = () => readLines('[data-support-credits]');

beforeEach(() => {
  jest.useFakeTimers({ now: NOW, doNotFake: ['nextTick', 'queueMicrotask'] });
});
afterEach(() => {
  leavePage();
  jest.useRealTimers();
});

describe('a client whom the bridge has never seen', () => {
  it('is told the rules at once and the figures when they are there, in the same live regions, without losing the place', async () => {
    let credits = buildCredits(BEING_READ);
    const page = openPage(() => credits);
    await settle();
    const regions = screen.getAllByRole('status');
    expect(notice()[0]).toBe(RULE);
    expect(section()[1]).toBe('Your account is being read in billing: this takes a moment.');
    const link = screen.getByRole('link', { name: 'Buy credits' });
    link.focus();

    credits = buildCredits();
    await wait(1_000);
    expect(notice()[0]).toBe('This takes 1 of your 4 credits.');
    expect(section()[1]).toBe('4 credits left');
    expect(section().filter((line) => line === 'Buy credits')).toHaveLength(1);
    expect(screen.getByRole('heading', { name: 'History' })).toBeInTheDocument();
    expect(screen.getAllByRole('status').filter((region) => regions.includes(region))).toEqual(regions);
    expect(document.activeElement).toBe(link);

    await wait(3_600_000);
    expect(page.countAsked()).toBe(2);
  });

  it('is asked about six times in half a minute and no more, and then asked to come again', async () => {
    const page = openPage(() => buildCredits(BEING_READ));
    const counts: number[] = [];
    for (const pauseMs of [0, 1_000, 2_000, 4_000, 8_000, 16_000, 3_600_000]) {
      await wait(pauseMs);
      counts.push(page.countAsked());
    }
    expect(counts).toEqual([1, 2, 3, 4, 5, 6, 6]);
    expect(notice()[0]).toBe(RULE);
    expect(section()[1]).toBe(
      'Your account is still being read in billing. Open this page again in a minute.',
    );
  });

  it('is not asked about again once it is known that there is no account', async () => {
    let credits = buildCredits(BEING_READ);
    const page = openPage(() => credits);
    await settle();
    credits = buildCredits({ ...BEING_READ, identity: 'unknown' });
    await wait(60_000);
    expect(page.countAsked()).toBe(2);
    expect(section()[1]).toMatch(/^We cannot tell which account in billing is yours\./);
  });

  it('is told the figures although the bridge was away for one of the askings', async () => {
    const said: Said[] = [buildCredits(BEING_READ), 503, buildCredits()];
    openPage(() => said.shift()!);
    await settle();
    await wait(1_000);
    expect(section()[1]).toBe('Your account is being read in billing: this takes a moment.');
    await wait(2_000);
    expect(section()[1]).toBe('4 credits left');
  });

  it.each([
    ['between two askings', 900, 1],
    ['while an answer is on its way', 1_000, 2],
  ])('is left alone when the page is left %s', async (_when, afterMs, askings) => {
    const said: Said[] = [buildCredits(BEING_READ), buildCredits()];
    const page = openPage(() => said.shift()!);
    await settle();
    const left = document.createElement('div');
    left.append(...document.body.childNodes);
    jest.advanceTimersByTime(afterMs);
    leavePage();
    await wait(60_000);
    expect(page.countAsked()).toBe(askings);
    expect(left).toHaveTextContent('this takes a moment');
  });
});

describe('a client who is known, or for sure not', () => {
  it.each(['client', 'unknown', 'unavailable'] as const)('is asked about once: %s', async (identity) => {
    const page = openPage(() => buildCredits({ identity }));
    await settle();
    await wait(60_000);
    expect(page.countAsked()).toBe(1);
  });
});
