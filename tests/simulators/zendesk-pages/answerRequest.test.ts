import { answerRequest } from '../../../src/simulators/zendesk/browser/zaf/answerRequest';
import type { RestClient } from '../../../src/simulators/zendesk/browser/restClient';

const ORIGIN = 'http://localhost:4000';
type Asked = { path: string; init: RequestInit };

/** The page's client of the account, with answers given beforehand. */
function buildFakeRest(...answers: Response[]) {
  const asked: Asked[] = [];
  const rest: RestClient = {
    fetch: async (path, init = {}) => {
      asked.push({ path, init });
      const answer = answers.shift();
      if (answer === undefined) throw new TypeError('Failed to fetch');
      return answer;
    },
    read: () => Promise.reject(new Error('not used')),
    send: async <Answer>(_method: string, path: string, body: unknown) => {
      asked.push({ path, init: { body: JSON.stringify(body) } });
      return {
        status: 200,
        statusText: 'OK',
        headers: { 'content-type': 'text/plain' },
        body: 'hi',
      } as Answer;
    },
  };
  return { rest, asked };
}
const json = (body: unknown, status = 200, headers = {}) =>
  new Response(JSON.stringify(body), {
    status,
    statusText: 'Said',
    headers: { 'content-type': 'application/json', ...headers },
  });

describe('client.request', () => {
  it('asks the account for a relative address and gives the body first, as jQuery does', async () => {
    const { rest, asked } = buildFakeRest(json({ ticket: { id: 1 } }));
    const { outcome, responseArgs } = await answerRequest({ url: '/api/v2/tickets/1.json' }, rest, ORIGIN);
    expect(asked[0]?.path).toBe(`${ORIGIN}/api/v2/tickets/1.json`);
    expect(outcome).toBe('done');
    expect(responseArgs).toMatchObject([{ ticket: { id: 1 } }, 'success', { status: 200 }]);
  });

  it('fails with the whole answer for a status that is no success', async () => {
    const { rest } = buildFakeRest(json({ error: 'RecordNotFound' }, 404));
    const { outcome, responseArgs } = await answerRequest({ url: '/api/v2/x' }, rest, ORIGIN);
    expect(outcome).toBe('fail');
    expect(responseArgs).toMatchObject([
      { status: 404, statusText: 'Said', responseJSON: { error: 'RecordNotFound' } },
      'error',
      'Said',
    ]);
  });

  it('gives the whole answer of a success when the app asks for it', async () => {
    const { rest } = buildFakeRest(json({ a: 1 }, 201));
    const { responseArgs } = await answerRequest(
      { url: '/api/v2/x', httpCompleteResponse: true },
      rest,
      ORIGIN,
    );
    expect(responseArgs[0]).toMatchObject({
      status: 201,
      responseJSON: { a: 1 },
      responseText: '{"a":1}',
      responseHeaders: { 'content-type': 'application/json' },
    });
  });

  it('fails when an answer that should be JSON is not', async () => {
    const { rest } = buildFakeRest(new Response('<html>', { status: 200 }));
    const { outcome, responseArgs } = await answerRequest(
      { url: '/api/v2/x', dataType: 'json' },
      rest,
      ORIGIN,
    );
    expect([outcome, responseArgs[1]]).toEqual(['fail', 'parsererror']);
  });

  it('succeeds with nothing for an answer without content', async () => {
    const { rest } = buildFakeRest(new Response(null, { status: 204 }));
    const { outcome, responseArgs } = await answerRequest({ url: '/api/v2/x', type: 'DELETE' }, rest, ORIGIN);
    expect([outcome, responseArgs[1]]).toEqual(['done', 'nocontent']);
  });

  it('tries again after a 429, but not when the app says no', async () => {
    const busy = () => json({}, 429, { 'retry-after': '0' });
    const patient = buildFakeRest(busy(), json({ ok: true }));
    expect((await answerRequest({ url: '/api/v2/x' }, patient.rest, ORIGIN)).outcome).toBe('done');
    const proud = buildFakeRest(busy(), json({ ok: true }));
    expect((await answerRequest({ url: '/api/v2/x', autoRetry: false }, proud.rest, ORIGIN)).outcome).toBe(
      'fail',
    );
    expect(proud.asked).toHaveLength(1);
  });

  it('sends text as it is, with the content type that the app names', async () => {
    const { rest, asked } = buildFakeRest(json({}));
    const options = { url: '/api/v2/x', type: 'PUT', contentType: 'application/json', data: '{"a":1}' };
    await answerRequest(options, rest, ORIGIN);
    expect(asked[0]?.init).toMatchObject({ method: 'PUT', body: '{"a":1}' });
    expect(new Headers(asked[0]?.init.headers).get('content-type')).toBe('application/json');
  });

  it('hands every other host to the proxy with the options as they are', async () => {
    const { rest, asked } = buildFakeRest();
    const options = { url: 'https://bridge.test/v1', secure: true, headers: { a: '{{setting.x}}' } };
    const { responseArgs } = await answerRequest(options, rest, ORIGIN);
    expect(asked[0]?.path).toBe('/agent/proxy');
    expect(JSON.parse(String(asked[0]?.init.body))).toEqual(options);
    expect(responseArgs[0]).toBe('hi');
  });

  it('fails with status 0 when nothing answers, or the address is none', async () => {
    const { rest } = buildFakeRest();
    for (const url of ['/api/v2/x', 'http://']) {
      const { outcome, responseArgs } = await answerRequest({ url }, rest, ORIGIN);
      expect(outcome).toBe('fail');
      expect(responseArgs[0]).toMatchObject({ status: 0 });
    }
  });
});
