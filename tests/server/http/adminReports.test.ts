import { errorBodySchema } from '../../../src/contract/errorBody';
import { paths } from '../../../src/contract/paths';
import type { ReportQuery } from '../../../src/contract/paths';
import { reportSchema } from '../../../src/contract/reports';
import type { Report } from '../../../src/contract/reports';
import { AdapterError } from '../../../src/use-cases/ports/AdapterError';
import type { ReportRequest } from '../../../src/use-cases/reports/readReport';
import { ADMIN_ID, openServer, signToken } from './openServer';

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };
const movements = { debits: 3, waivers: 1, refunds: 2, debitedCredits: 3, refundedCredits: 2 };
const byProduct: Report = {
  report: 'movements',
  rows: [
    { key: '=HYPERLINK("https://evil.test")', ...movements },
    { key: null, ...movements },
  ],
  totals: movements,
  isCut: false,
};

async function ask(url: string, options: { userId?: string; report?: Report; fails?: Error } = {}) {
  const asked: ReportRequest[] = [];
  const { app } = openServer({
    readReport: async (request) => {
      asked.push(request);
      if (options.fails !== undefined) throw options.fails;
      return options.report ?? byProduct;
    },
  });
  const token = await signToken({ userId: options.userId ?? ADMIN_ID });
  const answer = await app.inject({ method: 'GET', url, headers: { authorization: `Bearer ${token}` } });
  return { answer, asked };
}
const codeOf = (answer: { json(): unknown }) => errorBodySchema.parse(answer.json()).error.code;

describe('who may read below /v1/admin', () => {
  it('is nobody without a token', async () => {
    const { app } = openServer();
    const answer = await app.inject({ method: 'GET', url: paths.report('waits', NOVEMBER) });
    expect([answer.statusCode, codeOf(answer)]).toEqual([401, 'unauthorized']);
  });

  it.each([['500'], ['x600'], ['']])('is nobody who is no admin of the helpdesk: %s', async (userId) => {
    const { answer, asked } = await ask(paths.report('waits', NOVEMBER), { userId });
    expect([answer.statusCode, codeOf(answer), asked]).toEqual([403, 'admins_only', []]);
  });
});

describe('GET /v1/admin/reports/:name', () => {
  it('answers what the contract promises, for the days and the product that were asked for', async () => {
    const query: ReportQuery = { ...NOVEMBER, by: 'product', product: 'vmmanager' };
    const { answer, asked } = await ask(paths.report('movements', query));
    expect(reportSchema.parse(answer.json())).toEqual(byProduct);
    expect(answer.headers['cache-control']).toBe('no-store');
    const range = { ...NOVEMBER, product: 'vmmanager' };
    expect(asked).toEqual([{ name: 'movements', by: 'product', range }]);
  });

  it.each<[string, Partial<ReportQuery>]>([
    ['the end before the beginning', { from: '2026-12-01' }],
    ['more than 400 days', { from: '2025-01-01' }],
    ['a day that is none', { from: '2026-11-31' }],
    ['a product that is none', { product: 'vm manager' }],
  ])('answers 400 for %s', async (_what, query) => {
    const { answer, asked } = await ask(paths.report('movements', { ...NOVEMBER, ...query }));
    expect([answer.statusCode, codeOf(answer), asked]).toEqual([400, 'bad_request', []]);
  });

  it('answers 404 for a report that is none, and 503 while the database is away', async () => {
    const unknown = await ask('/v1/admin/reports/salaries?from=2026-11-01&to=2026-11-30');
    expect([unknown.answer.statusCode, codeOf(unknown.answer)]).toEqual([404, 'not_found']);
    const fails = new AdapterError('asked', { code: 'database_unavailable', retry: true });
    const { answer } = await ask(paths.report('waits', NOVEMBER), { fails });
    expect([answer.statusCode, codeOf(answer)]).toEqual([503, 'database_unavailable']);
  });

  it('gives the same rows as CSV, in which no text is a formula', async () => {
    const query: ReportQuery = { ...NOVEMBER, by: 'product', format: 'csv' };
    const { answer } = await ask(paths.report('movements', query));
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toBe(
      'attachment; filename="support-credits-movements-product-2026-11-01-2026-11-30.csv"',
    );
    expect(answer.body.split('\r\n')).toEqual([
      'product,debits,waivers,refunds,debitedCredits,refundedCredits',
      `"'=HYPERLINK(""https://evil.test"")",3,1,2,3,2`,
      ',3,1,2,3,2',
      '',
    ]);
  });

  it('gives the people of wrong lines as CSV when they are told apart by agent, else the days', async () => {
    const report: Report = {
      report: 'wrong-lines',
      rows: [{ day: '2026-11-02', debits: 9, wrongLines: 1 }],
      people: [{ personId: '500', wrongLines: 1 }],
      totals: { debits: 9, wrongLines: 1 },
    };
    const read = async (by: 'agent' | 'day') => {
      const query: ReportQuery = { ...NOVEMBER, by, format: 'csv' };
      return (await ask(paths.report('wrong-lines', query), { report })).answer.body;
    };
    expect(await read('agent')).toBe('personId,wrongLines\r\n500,1\r\n');
    expect(await read('day')).toBe('day,debits,wrongLines\r\n2026-11-02,9,1\r\n');
  });
});
