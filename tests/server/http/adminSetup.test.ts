import { bridgeStatusSchema } from '../../../src/contract/bridgeStatus';
import { errorBodySchema } from '../../../src/contract/errorBody';
import { paths } from '../../../src/contract/paths';
import { setupCheckSchema } from '../../../src/contract/setupCheck';
import type { SetupCheck } from '../../../src/contract/setupCheck';
import { say } from '../../../src/domain/setup/saying';
import { AdapterError } from '../../../src/use-cases/ports/AdapterError';
import { ADMIN_ID, buildStatus, NOW, openServer, signToken } from './openServer';

const check: SetupCheck = {
  system: 'zendesk',
  checkedAt: NOW.toISOString(),
  findings: [
    {
      step: 'forms',
      verdict: 'note',
      found: [
        say('forms_some_lack', {
          missing: { rows: [say('form_lacks', { titles: { list: ['«A»'] }, form: 'F' })] },
        }),
      ],
      change: [say('forms_put_where_asked')],
      place: '/admin/objects-rules/tickets/ticket-forms',
    },
  ],
};

async function ask(url: string, options: { userId?: string; isSigned?: boolean } = {}) {
  const asked: string[] = [];
  const { app } = openServer({
    checkSetup: async (system) => {
      asked.push(system);
      return check;
    },
    readStatus: async () => buildStatus(),
  });
  const token = await signToken({ userId: options.userId ?? ADMIN_ID });
  const headers = options.isSigned === false ? {} : { authorization: `Bearer ${token}` };
  const answer = await app.inject({ method: 'GET', url, headers });
  const code = answer.statusCode === 200 ? undefined : errorBodySchema.parse(answer.json()).error.code;
  return { answer, asked, refusal: [answer.statusCode, code] };
}

describe('GET /v1/admin/setup', () => {
  it('answers what a look at one system finds', async () => {
    const { answer, asked } = await ask(paths.setupCheck('zendesk'));
    expect(setupCheckSchema.parse(answer.json())).toEqual(check);
    expect(asked).toEqual(['zendesk']);
  });

  it.each([
    '/v1/admin/setup',
    '/v1/admin/setup?system=weather',
    '/v1/admin/setup?system=zendesk&repair=true',
  ])('refuses %s, and looks at nothing', async (url) => {
    const { refusal, asked } = await ask(url);
    expect(refusal).toEqual([400, 'bad_request']);
    expect(asked).toEqual([]);
  });
});

describe('GET /v1/admin/status', () => {
  it('answers how the bridge fares', async () => {
    const { answer } = await ask(paths.bridgeStatus());
    expect(bridgeStatusSchema.parse(answer.json())).toEqual(buildStatus());
  });

  it('says that the database does not answer', async () => {
    const { app } = openServer({
      readStatus: () =>
        Promise.reject(new AdapterError('away', { code: 'database_unavailable', retry: true })),
    });
    const authorization = `Bearer ${await signToken({ userId: ADMIN_ID })}`;
    const answer = await app.inject({ url: paths.bridgeStatus(), headers: { authorization } });
    expect([answer.statusCode, errorBodySchema.parse(answer.json()).error.code]).toEqual([
      503,
      'database_unavailable',
    ]);
  });
});

describe.each([paths.setupCheck('billing'), paths.bridgeStatus()])('%s', (path) => {
  it('is refused without a token, and to who is no admin', async () => {
    expect((await ask(path, { isSigned: false })).refusal).toEqual([401, 'unauthorized']);
    expect((await ask(path, { userId: '500' })).refusal).toEqual([403, 'admins_only']);
  });
});
