import type { Frame } from 'playwright-core';
import { buildUnknownView, buildView } from '../app/buildView';
import { VIEWS } from './firstLookStates';
import { open, waitForNotice } from './press';
import { buildAnswers } from './states';
import type { ScreenState } from './states';

const ready = buildAnswers(VIEWS.ready);
const several = buildAnswers(buildUnknownView('ambiguous_client'));
const link = (frame: Frame) => frame.locator('li button').first().click();

/** The parts below the first look, opened, and what is done in them. */
export const FURTHER_STATES: ScreenState[] = [
  { name: 'history', answers: buildAnswers(buildView({ entriesBefore: 'c1' })), act: open(3) },
  {
    name: 'receipt',
    answers: ready,
    async act(frame) {
      await open(3)(frame);
      await frame.locator('li button[aria-expanded]').first().click();
      await frame.locator('li ul').waitFor();
    },
  },
  { name: 'packs', answers: ready, act: open(2) },
  { name: 'guide', answers: ready, act: open(1) },
  {
    name: 'guide-put',
    answers: ready,
    async act(frame) {
      await open(1)(frame);
      await frame.locator('li button').first().click();
      await waitForNotice(frame);
    },
  },
  { name: 'link-confirm', answers: several, act: link },
  {
    name: 'link-forbidden',
    answers: {
      ...several,
      later: [{ match: '/api/v2/users/', status: 403, body: {} }],
    },
    async act(frame) {
      await link(frame);
      await frame.page().evaluate(() => (window as unknown as { turn: () => void }).turn());
      await link(frame);
      await waitForNotice(frame);
    },
  },
  {
    name: 'link-nothing',
    answers: {
      ...several,
      requests: [
        { match: '/accounts/search', status: 200, body: { candidates: [], hasMore: false } },
        ...several.requests,
      ],
    },
  },
];
