import { runLogged } from '../../../src/server/workers/runLogged';
import { AdapterError } from '../../../src/use-cases/ports/AdapterError';
import { NO_TELEMETRY } from '../../../src/use-cases/ports/telemetry';
import { buildRecordingLogger } from '../recordingLogger';

const WORK = { task: 'reconcile_ticket', ticketId: '7' };

async function runFailing(error: unknown) {
  const log = buildRecordingLogger();
  const run = runLogged({ logger: log.logger, telemetry: NO_TELEMETRY }, WORK, async () => {
    throw error;
  });
  await expect(run).rejects.toBe(error);
  return log;
}

describe('runLogged', () => {
  it('logs one line when work arrives and one when it ends', async () => {
    const { logger, lines } = buildRecordingLogger();
    await runLogged({ logger, telemetry: NO_TELEMETRY }, WORK, async () => ({
      outcome: 'debited',
      entryKeys: ['debit:zt_7:1'],
    }));
    expect(lines.map((line) => line.level)).toEqual(['info', 'info']);
    expect(lines[0]!.fields).toEqual(WORK);
    expect(lines[1]!.fields).toEqual({
      ...WORK,
      outcome: 'debited',
      entryKeys: ['debit:zt_7:1'],
      durationMs: expect.any(Number),
    });
  });

  it('warns of a failure that asking again can heal, and hands it to the queue', async () => {
    const error = new AdapterError('GET /api/v2/tickets/7.json', {
      code: 'zendesk_unavailable',
      retry: true,
    });
    const { lines } = await runFailing(error);
    expect(lines[1]).toMatchObject({ level: 'warn', fields: { ...WORK, outcome: 'zendesk_unavailable' } });
  });

  it('calls a failure that nothing but an operator can heal an error', async () => {
    const error = new AdapterError('GET /api/v2/tickets/7.json', {
      code: 'zendesk_unauthorized',
      retry: false,
    });
    const { lines } = await runFailing(error);
    expect(lines[1]).toMatchObject({ level: 'error', fields: { outcome: 'zendesk_unauthorized' } });
  });

  it('calls a defect an error, says where it is, and not what it said', async () => {
    const { lines, text } = await runFailing(new Error('client@example.test asked for «help»'));
    expect(lines[1]).toMatchObject({
      level: 'error',
      fields: { outcome: 'internal_error', errorName: 'Error' },
    });
    expect(lines[1]!.fields['frames']).toEqual(expect.arrayContaining([expect.stringContaining('at ')]));
    expect(text()).not.toMatch(/example\.test|help/);
  });
});
