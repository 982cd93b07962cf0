import { openServer } from './openServer';

describe('GET /healthz', () => {
  it('lives whatever the database does', async () => {
    const { app } = openServer({ readReadiness: async () => ({ database: false, worker: false }) });
    expect((await app.inject('/healthz')).statusCode).toBe(200);
  });
});

describe('GET /readyz', () => {
  it('is ready when database and worker are', async () => {
    const { app, lines } = openServer();
    const answer = await app.inject('/readyz');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({ ready: true, database: true, worker: true });
    expect(lines).toEqual([]);
  });

  it.each([
    { database: false, worker: true },
    { database: true, worker: false },
  ])('answers 503 and says which fails: %j', async (readiness) => {
    const { app } = openServer({ readReadiness: async () => readiness });
    const answer = await app.inject('/readyz');
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toEqual({ ready: false, ...readiness });
  });
});

describe('any other path', () => {
  it('is not found, with a code and the id of the request', async () => {
    const { app } = openServer();
    const answer = await app.inject('/admin.php');
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toEqual({ error: { code: 'not_found', requestId: expect.any(String) } });
  });
});
