import { startPanel } from './startPanel';

describe('faults of the panel', () => {
  let panel: Awaited<ReturnType<typeof startPanel>>;
  beforeEach(async () => {
    panel = await startPanel();
  });
  afterEach(() => panel.close());

  const fetchUsers = () =>
    fetch(`${panel.url}/billmgr?func=user&out=json&authinfo=support-bridge:playground`);
  const readStatuses = async () => {
    const answer = await fetch(`${panel.url}/_control/received`);
    return ((await answer.json()) as { status: number }[]).map((request) => request.status);
  };

  it('answers a status of the proxy, with a page', async () => {
    expect((await panel.control('faults', { status: 502 })).body).toEqual({ status: 502 });
    const answer = await fetchUsers();
    expect(answer.status).toBe(502);
    expect(answer.headers.get('content-type')).toContain('text/html');
  });

  it.each([
    [0, 0],
    [0.1, 1],
    [0.5, 5],
    [1, 10],
  ])('meets a share of %f of the calls, evenly', async (rate, met) => {
    await panel.control('faults', { status: 503, rate });
    const statuses: number[] = [];
    for (let count = 0; count < 10; count += 1) statuses.push((await fetchUsers()).status);
    expect(statuses.filter((status) => status === 503)).toHaveLength(met);
    expect(statuses.filter((status) => status === 200)).toHaveLength(10 - met);
  });

  it('answers a login page with 200 instead of data', async () => {
    await panel.control('faults', { html: true });
    const answer = await fetchUsers();
    expect(answer.status).toBe(200);
    expect(await answer.text()).toMatch(/^<!doctype html>/);
  });

  it('cuts an answer in half', async () => {
    await panel.control('faults', { truncate: true });
    const answer = await fetchUsers();
    expect(answer.headers.get('content-type')).toContain('application/json');
    await expect(answer.json()).rejects.toThrow(/JSON/);
  });

  it('asks to wait for a request that is still running', async () => {
    await panel.control('faults', { requestInProcess: true, rate: 0.5 });
    expect((await panel.call('user')).doc.error).toBeUndefined();
    const { error } = (await panel.call('user')).doc;
    expect(error?.msg.$).toBe('Request in process, please wait ');
  });

  it('takes a session for one that is over, and no login', async () => {
    const { doc } = await panel.ask({ func: 'auth', username: 'support-bridge', password: 'playground' });
    const auth = doc.auth?.$id ?? '';
    await panel.control('faults', { expireSession: true });
    expect((await panel.ask({ func: 'keepalive', auth })).doc.error).toMatchObject({ $type: 'access' });
    expect((await panel.call('keepalive')).doc['ok']).toEqual({});
    await panel.control('faults', {});
    expect((await panel.ask({ func: 'keepalive', auth })).doc['ok']).toEqual({});
  });

  it('shows half of the rows to who lacks rights, and counts those only', async () => {
    const all = (await panel.call('user')).doc.elem ?? [];
    await panel.control('faults', { wrongLevel: true });
    const { doc } = await panel.call('user');
    expect(doc.elem).toEqual(all.filter((_row, index) => index % 2 === 0));
    expect(doc.p_elems).toEqual({ $: String(doc.elem?.length) });
    expect(doc.error).toBeUndefined();
  });

  it('hangs, and can still be closed', async () => {
    await panel.control('faults', { hang: true });
    const hanging = fetchUsers().then(
      () => 'answered',
      () => 'cut off',
    );
    while ((await readStatuses()).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await readStatuses()).toEqual([0]);
    await panel.close();
    expect(await hanging).toBe('cut off');
    panel = await startPanel();
  });

  it('is late, and can still be closed before the answer is due', async () => {
    await panel.control('faults', { delayMs: 20 });
    expect((await fetchUsers()).status).toBe(200);
    await panel.control('faults', { delayMs: 600_000 });
    const late = fetchUsers().then(
      () => 'answered',
      () => 'cut off',
    );
    // The late call is on its way once the panel has answered a later one.
    await fetch(`${panel.url}/_control/state`);
    await panel.close();
    expect(await late).toBe('cut off');
    panel = await startPanel();
  });

  it('works again when the faults are cleared, and on reset', async () => {
    for (const [path, body] of [
      ['faults', {}],
      ['reset', undefined],
    ] as const) {
      await panel.control('faults', { status: 500 });
      expect((await fetchUsers()).status).toBe(500);
      await panel.control(path, body);
      expect((await fetchUsers()).status).toBe(200);
    }
  });

  it('leaves the page and the control routes alone', async () => {
    await panel.control('faults', { status: 500 });
    const page = await fetch(panel.url, { headers: { accept: 'text/html' } });
    expect(page.status).toBe(200);
    expect((await fetch(`${panel.url}/_control/state`)).status).toBe(200);
  });

  it.each([
    [[], 'JSON object'],
    [{ status: 200 }, '"status" wants a whole number from 400 to 599'],
    [{ status: '502' }, '"status" wants'],
    [{ hang: 1 }, '"hang" wants true or false'],
    [{ html: 'yes' }, '"html" wants'],
    [{ truncate: null }, '"truncate" wants'],
    [{ delayMs: -1 }, '"delayMs" wants'],
    [{ status: 502, rate: 1.1 }, '"rate" wants a number from 0 to 1'],
    [{ rate: 0.5 }, '"rate" wants a fault beside it'],
    [
      { drop: 1, constructor: 1 },
      '"drop" is not a fault (status, html, hang, delayMs, truncate, requestInProcess, expireSession, wrongLevel, rate); "constructor"',
    ],
  ])('refuses %j and leaves the faults as they are', async (body, sentence) => {
    await panel.control('faults', { status: 503 });
    const answer = await panel.control('faults', body);
    expect(answer.status).toBe(400);
    expect(answer.body['error']).toContain(sentence);
    expect((await fetchUsers()).status).toBe(503);
  });
});
