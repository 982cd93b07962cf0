import { bridgeStatusSchema } from '../../../src/contract/bridgeStatus';
import { AdapterError } from '../../../src/use-cases/ports/AdapterError';
import type { BridgeSigns } from '../../../src/use-cases/ports/bridgeSigns';
import { buildSignKeeper } from '../../../src/use-cases/status/buildSignKeeper';
import { readStatus } from '../../../src/use-cases/status/readStatus';
import { watchBilling } from '../../../src/use-cases/status/watchBilling';
import { buildRecordingLogger } from '../../server/recordingLogger';

const START_MS = Date.parse('2026-11-22T10:00:00.000Z');
const NEVER: BridgeSigns = {
  webhookAt: undefined,
  sweepEndedAt: undefined,
  sweepReachedAt: undefined,
  billingAnsweredAt: undefined,
  billingFailure: undefined,
};

/** Signs that are kept in memory, by a clock that the test moves. */
function setUp() {
  const written: string[] = [];
  const state = { nowMs: START_MS, signs: NEVER, isDown: false };
  const write = async (what: string) => {
    if (state.isDown)
      throw new AdapterError('The database is away', { code: 'database_unavailable', retry: true });
    written.push(what);
  };
  const signs = {
    noteWebhook: (at: string) => write(`webhook ${at.slice(17, 19)}`),
    noteBillingAnswer: (at: string) => write(`answer ${at.slice(17, 19)}`),
    noteBillingFailure: (at: string, code: string) => write(`${code} ${at.slice(17, 19)}`),
    readSigns: async () => state.signs,
    countJobs: async () => ({ waiting: 3, oldestAt: undefined, failing: 2, givenUp: 1 }),
  };
  const clock = { now: () => new Date(state.nowMs) };
  const { logger, lines } = buildRecordingLogger();
  return { keeper: buildSignKeeper({ signs, clock, logger }), signs, clock, state, written, lines };
}

describe('keeping signs of life', () => {
  it('writes one webhook of many, and the next one after ten seconds', () => {
    const { keeper, state, written } = setUp();
    for (let count = 0; count < 1_000; count += 1) keeper.noteWebhook();
    state.nowMs += 9_999;
    keeper.noteWebhook();
    expect(written).toEqual(['webhook 00']);
    state.nowMs += 1;
    keeper.noteWebhook();
    expect(written).toEqual(['webhook 00', 'webhook 10']);
  });

  it('writes at once when billing fails, and when it answers again', () => {
    const { keeper, state, written } = setUp();
    keeper.noteBillingAnswer();
    state.nowMs += 1_000;
    keeper.noteBillingFailure('billing_timeout');
    keeper.noteBillingFailure('billing_timeout');
    state.nowMs += 1_000;
    keeper.noteBillingAnswer();
    keeper.noteBillingAnswer();
    expect(written).toEqual(['answer 00', 'billing_timeout 01', 'answer 02']);
  });

  it('lets nobody suffer from a database that is away', async () => {
    const { keeper, state, lines } = setUp();
    state.isDown = true;
    keeper.noteWebhook();
    await new Promise((resolve) => setImmediate(resolve));
    expect(lines).toMatchObject([{ level: 'warn', message: 'a sign of life could not be kept' }]);
  });

  it('watches readings of billing and changes nothing about them', async () => {
    const { keeper, written } = setUp();
    const down = new AdapterError('Billing is away', { code: 'billing_unreachable', retry: true });
    const watched = watchBilling(
      {
        readClient: async (_email: string) => ({ kind: 'several' as const }),
        readAccountFacts: (_id: string): Promise<undefined> => Promise.reject(down),
      },
      keeper,
    );
    expect(await watched.readClient('anna@client.test')).toEqual({ kind: 'several' });
    await expect(watched.readAccountFacts('1001')).rejects.toBe(down);
    expect(written).toEqual(['answer 00', 'billing_unreachable 00']);
  });
});

describe('the status', () => {
  const read = async (signs: Partial<BridgeSigns>) => {
    const { signs: memory, clock, state } = setUp();
    state.signs = { ...NEVER, ...signs };
    return readStatus({ signs: memory, clock, version: '1.2.3', mode: 'shadow' });
  };

  it('says of a bridge that has just begun that nothing came yet', async () => {
    const status = await read({});
    expect(bridgeStatusSchema.parse(status)).toEqual(status);
    expect(status).toMatchObject({
      version: '1.2.3',
      mode: 'shadow',
      now: '2026-11-22T10:00:00.000Z',
      webhookAt: null,
      jobs: { waiting: 3, oldestAt: null, failing: 2, givenUp: 1 },
      billing: { isAnswering: null, failure: null },
    });
  });

  const failure = { at: '2026-11-22T09:00:00.000Z', code: 'billing_tls' };

  it.each([
    [false, undefined],
    [false, '2026-11-22T08:00:00.000Z'],
    [true, '2026-11-22T09:30:00.000Z'],
  ])('says that billing answers (%s) by what came last', async (isAnswering, billingAnsweredAt) => {
    const { billing } = await read({ billingAnsweredAt, billingFailure: failure });
    expect(billing).toEqual({
      isAnswering,
      answeredAt: billingAnsweredAt ?? null,
      failure: { at: failure.at, why: { code: 'failed_billing_tls', values: {} } },
    });
  });

  it('names a failure that it has no word for by its code', async () => {
    const { billing } = await read({ billingFailure: { ...failure, code: 'billing_new' } });
    expect(billing.failure?.why).toEqual({ code: 'failed_otherwise', values: { error: 'billing_new' } });
  });
});
