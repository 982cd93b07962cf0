import type { Frame } from 'playwright-core';
import type { Report } from '../../../src/contract/reports';
import {
  buildMovements,
  buildOutstanding,
  buildWaits,
  buildWrongLines,
} from '../../app/features/reports/buildReports';
import { buildAdminAnswers, buildAdminRefusal } from './adminState';
import type { AdminState } from './adminState';

const TAB = 'reports';
const PATH = '/v1/admin/reports/';
const DAY_MS = 86_400_000;

/** Days up to today, which is the last day that the page asks for. */
function listRecentDays(count: number): string[] {
  const today = Date.now();
  return Array.from({ length: count }, (_, index) =>
    new Date(today - (count - 1 - index) * DAY_MS).toISOString().slice(0, 10),
  );
}

/** Numbers that go up and down, without chance: pictures are to be compared. */
const wave = (index: number, size: number) =>
  Math.round(size * (2 + Math.sin(index / 2) + Math.cos(index / 5)));

const toRow = (key: string | null, index: number, size: number) => ({
  key,
  debits: wave(index, size),
  waivers: wave(index + 3, size / 5),
  refunds: wave(index + 5, size / 8),
  debitedCredits: wave(index, size),
  refundedCredits: wave(index + 5, size / 8),
});

const byDay = buildMovements(listRecentDays(30).map((day, index) => toRow(day, index, 12)));
const byYear = buildMovements(listRecentDays(365).map((day, index) => toRow(day, index, 40)));
const byProduct = buildMovements(
  ['vmmanager', 'billmanager', null, 'other', 'a_product_that_an_operator_named_at_great_length'].map(
    (key, index) => toRow(key, index, 90 - index * 20),
  ),
);
const names = [
  { id: 500, name: 'Максимилиан Александрович Христорождественский-Задунайский' },
  { id: 501, name: 'Timur Akhmetov' },
];
const byAgent = buildMovements(
  [null, '500', '501', ...Array.from({ length: 16 }, (_, index) => String(600 + index))].map((key, index) =>
    toRow(key, index, 9_876_543 / (index + 1)),
  ),
  true,
);

type State = { report: Report; match?: string; choose?: [place: number, value: string][] };

/** The report after these choices in the bar of filters, once the bridge is asked with an address that contains `match`. */
function buildState(name: string, { report, match = PATH, choose = [] }: State): AdminState {
  return {
    name,
    tab: TAB,
    answers: buildAdminAnswers([
      { match, status: 200, body: report },
      { match: PATH, status: 200, body: byDay },
      { match: '/users/show_many', status: 200, body: { users: names } },
    ]),
    async act(frame: Frame) {
      for (const [place, value] of choose) await frame.locator('select').nth(place).selectOption(value);
      if (report.report === 'movements' && report.rows.length === 0) return;
      await frame.locator('canvas').waitFor();
    },
  };
}

/** Reports with little and with much in them, and how they fail. */
export const REPORT_STATES: AdminState[] = [
  buildState('reports', { report: byDay }),
  buildState('reports-year', { report: byYear, choose: [[1, '365']] }),
  buildState('reports-product', { report: byProduct, match: 'by=product', choose: [[3, 'product']] }),
  buildState('reports-agent', { report: byAgent, match: 'by=agent', choose: [[3, 'agent']] }),
  buildState('reports-outstanding', {
    report: buildOutstanding(),
    match: `${PATH}outstanding`,
    choose: [[0, 'outstanding']],
  }),
  buildState('reports-wrong-lines', {
    report: buildWrongLines(listRecentDays(30)),
    match: `${PATH}wrong-lines`,
    choose: [[0, 'wrong-lines']],
  }),
  buildState('reports-waits', { report: buildWaits(), match: `${PATH}waits`, choose: [[0, 'waits']] }),
  buildState('reports-empty', { report: buildMovements([]) }),
  buildState('reports-own-days', { report: byDay, choose: [[1, 'own']] }),
  { name: 'reports-loading', tab: TAB, answers: buildAdminAnswers([{ match: PATH }]) },
  { name: 'reports-failing', tab: TAB, answers: buildAdminRefusal(503, 'database_unavailable') },
];
