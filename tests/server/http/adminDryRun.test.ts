import { dryRunSchema } from '../../../src/contract/dryRun';
import type { DryRun, DryRunRequest } from '../../../src/contract/dryRun';
import { errorBodySchema } from '../../../src/contract/errorBody';
import { paths } from '../../../src/contract/paths';
import { ADMIN_ID, openServer, signToken } from './openServer';

const answerOfSeven: DryRun = {
  line: 'tech',
  decision: {
    creditState: 'debited',
    reason: 'charged',
    rules: [{ rule: 'charge', decides: true }],
    entries: [{ kind: 'debit', amountCredits: -1, reason: null }],
    answer: null,
  },
  billingAccountId: '1001',
  billingReadAt: '2026-11-22T09:00:00.000Z',
  at: '2026-11-22T10:00:00.000Z',
};

async function post(body: string, userId = ADMIN_ID) {
  const asked: DryRunRequest[] = [];
  const { app } = openServer({
    dryRun: async (request) => {
      asked.push(request);
      const isSeven = request.kind === 'ticket' && request.ticketId === '7';
      return isSeven ? { ok: true, value: answerOfSeven } : { ok: false, reason: 'ticket_not_found' };
    },
  });
  const headers = {
    authorization: `Bearer ${await signToken({ userId })}`,
    'content-type': 'application/json',
  };
  const answer = await app.inject({ method: 'POST', url: paths.dryRun(), headers, payload: body });
  return { answer, asked, code: errorBodySchema.safeParse(answer.json()).data?.error.code };
}

describe('POST /v1/admin/dry-run', () => {
  it('answers what the contract promises', async () => {
    const { answer } = await post('{"kind":"ticket","ticketId":"7"}');
    expect(dryRunSchema.parse(answer.json())).toEqual(answerOfSeven);
  });

  it.each([
    [404, 'ticket_not_found', '{"kind":"ticket","ticketId":"8"}'],
    [400, 'body_invalid', '{"kind":"ticket","ticketId":"seven"}'],
    [400, 'body_invalid', '{"kind":"made_up","channel":"letter"}'],
    [400, 'body_invalid', 'nonsense'],
  ])('answers %i %s', async (status, code, body) => {
    const refused = await post(body);
    expect([refused.answer.statusCode, refused.code]).toEqual([status, code]);
  });

  it('is for admins only', async () => {
    const { code, asked } = await post('{"kind":"ticket","ticketId":"7"}', '500');
    expect([code, asked]).toEqual(['admins_only', []]);
  });
});
