import { errorBodySchema } from '../../../src/contract/errorBody';
import { paths } from '../../../src/contract/paths';
import { workCountsSchema, workPageSchema } from '../../../src/contract/workPage';
import type { WorkPageView } from '../../../src/contract/workPage';
import type { WorkPageRequest } from '../../../src/use-cases/readWorkList';
import { ADMIN_ID, openServer, signToken } from './openServer';

const page: WorkPageView = {
  kind: 'held',
  count: 9,
  items: [
    {
      ticketId: '7',
      since: '2026-11-22T09:00:00.000Z',
      reason: 'no_credits',
      billingAccountId: '1001',
      requesterId: '900',
      action: null,
      credits: null,
    },
  ],
  next: '1-7',
};

async function ask(url: string, userId = ADMIN_ID) {
  const asked: WorkPageRequest[] = [];
  const { app } = openServer({
    readWorkCounts: async () => ({ counts: [{ kind: 'held', count: 9 }] }),
    readWorkPage: async (request) => {
      asked.push(request);
      return page;
    },
  });
  const authorization = `Bearer ${await signToken({ userId })}`;
  return { answer: await app.inject({ method: 'GET', url, headers: { authorization } }), asked };
}

describe('GET /v1/admin/work', () => {
  it('answers how much there is of each kind, and a page of one', async () => {
    const counts = await ask(paths.workCounts());
    expect(workCountsSchema.parse(counts.answer.json())).toEqual({ counts: [{ kind: 'held', count: 9 }] });
    const { answer, asked } = await ask(paths.workPage('held', { after: '1-6', limit: 1 }));
    expect(workPageSchema.parse(answer.json())).toEqual(page);
    expect(asked).toEqual([{ kind: 'held', limit: 1, after: '1-6' }]);
  });

  it.each([
    [400, 'bad_request', paths.workPage('held', { limit: 101 })],
    [400, 'bad_request', paths.workPage('held', { after: 'yesterday' })],
    [404, 'not_found', '/v1/admin/work/holidays'],
  ])('answers %i %s for what makes no sense: %s', async (status, code, url) => {
    const { answer, asked } = await ask(url);
    expect([answer.statusCode, errorBodySchema.parse(answer.json()).error.code]).toEqual([status, code]);
    expect(asked).toEqual([]);
  });

  it('is for admins only', async () => {
    const { answer } = await ask(paths.workPage('held'), '500');
    expect(errorBodySchema.parse(answer.json()).error.code).toBe('admins_only');
  });
});
