import { buildReceivedLog } from '../../../src/simulators/kit/received';

const requestOf = (path: string) => ({ at: '2026-05-02T10:00:00.000Z', method: 'GET', path, status: 200 });

describe('buildReceivedLog', () => {
  it('lists what was received, newest last', () => {
    const log = buildReceivedLog();
    log.add(requestOf('/first'));
    log.add(requestOf('/second'));
    expect(log.list().map((request) => request.path)).toEqual(['/first', '/second']);
  });

  it('keeps the newest thousand', () => {
    const log = buildReceivedLog();
    for (let index = 0; index < 1005; index += 1) log.add(requestOf(`/${String(index)}`));
    expect(log.list()).toHaveLength(1000);
    expect(log.list()[0]?.path).toBe('/5');
    expect(log.list()[999]?.path).toBe('/1004');
  });

  it('hands out a copy and forgets on clear', () => {
    const log = buildReceivedLog();
    log.add(requestOf('/first'));
    const before = log.list();
    log.clear();
    expect(before).toHaveLength(1);
    expect(log.list()).toEqual([]);
  });
});
