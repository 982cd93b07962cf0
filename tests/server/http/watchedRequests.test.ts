import { NO_TELEMETRY } from '../../../src/use-cases/ports/telemetry';
import type { AnsweredRequest, Telemetry } from '../../../src/use-cases/ports/telemetry';
import { openServer } from './openServer';

function openWatched() {
  const answers: AnsweredRequest[] = [];
  const watched: string[] = [];
  const telemetry: Telemetry = {
    ...NO_TELEMETRY,
    noteAnswer: (answer) => answers.push(answer),
    async watch(work, run, toResult) {
      const value = await run();
      watched.push(`${work.kind === 'request' ? work.route : work.kind} ${toResult(value)}`);
      return value;
    },
  };
  return { ...openServer({ telemetry }), answers, watched };
}

const told = (answers: AnsweredRequest[]) => answers.map(({ route, outcome }) => `${route} ${outcome}`);

describe('what is told of requests', () => {
  it('is their route and how they ended, without ids, whoever refused them', async () => {
    const { app, answers, watched } = openWatched();
    await app.inject({ method: 'POST', url: '/webhooks/zendesk', payload: '{}' });
    await app.inject({ url: '/v1/tickets/35436/credits' });
    await app.inject({ method: 'POST', url: '/webhooks/zendesk', payload: 'x'.repeat(65 * 1024) });
    expect(told(answers)).toEqual([
      '/webhooks/zendesk signature_missing',
      '/v1/tickets/:id/credits unauthorized',
      '/webhooks/zendesk bad_request',
    ]);
    // Only what came as far as its route is a part of a trace.
    expect(watched).toEqual(['/webhooks/zendesk signature_missing']);
  });

  it('is one word for whatever strangers ask for, so that they cannot fill the memory', async () => {
    const { app, answers } = openWatched();
    for (const url of ['/.env', '/admin.php', '/v2/tickets/1']) await app.inject({ url });
    expect(told(answers)).toEqual(Array(3).fill('none not_found'));
  });

  it('is that somebody asked whether it lives, outside of any trace', async () => {
    const { app, answers, watched } = openWatched();
    await app.inject({ url: '/healthz' });
    expect([told(answers), watched]).toEqual([['/healthz done'], []]);
  });
});
