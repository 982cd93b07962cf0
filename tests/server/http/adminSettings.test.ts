import { errorBodySchema } from '../../../src/contract/errorBody';
import { paths } from '../../../src/contract/paths';
import { policyViewSchema } from '../../../src/contract/policyView';
import { shadowPageSchema } from '../../../src/contract/shadow';
import { appTriggersSchema } from '../../../src/contract/triggers';
import type { ServerDeps } from '../../../src/server/http/buildServer';
import { AdapterError } from '../../../src/use-cases/ports/AdapterError';
import type { ComparedTicket } from '../../../src/use-cases/shadow/comparePage';
import { ADMIN_ID, openServer, signToken } from './openServer';

const EVERY_PATH = [paths.appTriggers(), paths.policy(), paths.shadow(), paths.shadow({ format: 'csv' })];
const SINCE = '2026-11-20T00:00:00.000Z';

const compared: ComparedTicket = {
  ticketId: '7',
  billingAccountId: undefined,
  line: 'tech',
  creditState: 'debited',
  reason: 'charged',
  decidedAt: SINCE,
  isTakenByShadow: true,
  isTakenByStaff: false,
  staffValue: '=1+1',
  verdict: 'only_shadow',
};

async function ask(url: string, deps: Partial<ServerDeps> = {}, userId: string | null = ADMIN_ID) {
  const { app } = openServer(deps);
  const authorization = userId === null ? '' : `Bearer ${await signToken({ userId })}`;
  return app.inject({ method: 'GET', url, headers: { authorization } });
}

const codeOf = (answer: { json: () => unknown }) => errorBodySchema.parse(answer.json()).error.code;

describe('triggers, policy and shadow mode below /v1/admin', () => {
  it('are shown to admins alone, and to nobody without a token', async () => {
    for (const path of EVERY_PATH) {
      expect(codeOf(await ask(path, {}, '500'))).toBe('admins_only');
      expect((await ask(path, {}, null)).statusCode).toBe(401);
    }
  });

  it('answer what the contract promises', async () => {
    expect(appTriggersSchema.parse((await ask(paths.appTriggers())).json())).toEqual({ triggers: [] });
    expect(policyViewSchema.parse((await ask(paths.policy())).json()).differences).toEqual([]);
    expect(shadowPageSchema.parse((await ask(paths.shadow())).json())).toEqual({ mode: 'live', next: null });
  });

  it('say that Zendesk does not answer', async () => {
    const readAppTriggers = async () => {
      throw new AdapterError('away', { code: 'zendesk_unavailable', retry: true });
    };
    expect(codeOf(await ask(paths.appTriggers(), { readAppTriggers }))).toBe('zendesk_unavailable');
  });

  it('hand on which page of shadow mode is asked for, of the last 14 days unless it says', async () => {
    const asked: unknown[] = [];
    const readShadowPage: ServerDeps['readShadowPage'] = async (range) => {
      asked.push(range);
      return { mode: 'live', next: null };
    };
    await ask(paths.shadow(), { readShadowPage });
    await ask(paths.shadow({ since: SINCE, after: '12', limit: 5 }), { readShadowPage });
    expect(asked).toEqual([
      { since: '2026-11-08T10:00:00.000Z', after: '', limit: 50 },
      { since: SINCE, after: '12', limit: 5 },
    ]);
    for (const query of ['since=yesterday', 'limit=101', 'after=x', 'format=pdf', 'mood=1']) {
      expect(codeOf(await ask(`${paths.shadow()}?${query}`, { readShadowPage }))).toBe('bad_request');
    }
    expect(asked).toHaveLength(2);
  });

  it('give shadow mode as CSV, where no text becomes a formula', async () => {
    const asked: unknown[] = [];
    const answer = await ask(paths.shadow({ since: SINCE, format: 'csv' }), {
      async *compareTickets(range) {
        asked.push(range);
        yield [compared];
      },
    });
    expect(answer.headers['content-type']).toContain('text/csv');
    expect(answer.body.split('\r\n')).toEqual([
      'ticketId,decidedAt,billingAccountId,line,creditState,reason,isTakenByShadow,isTakenByStaff,staffValue,verdict',
      `7,${SINCE},,tech,debited,charged,true,false,'=1+1,only_shadow`,
      '',
    ]);
    expect(asked).toEqual([{ since: SINCE, after: '', max: 1000 }]);
  });
});
