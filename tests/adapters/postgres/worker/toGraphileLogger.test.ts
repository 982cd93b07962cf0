import { toGraphileLogger } from '../../../../src/adapters/postgres/worker/toGraphileLogger';

const logger = { info: jest.fn(), warn: jest.fn(), error: jest.fn() };
const queue = toGraphileLogger(logger);

beforeEach(() => jest.clearAllMocks());

it.each([
  ['a code of the network', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })],
  ['a state of the server', Object.assign(new Error('shutting down'), { code: '57P01' })],
  ['a sentence of the driver', new Error('Connection terminated unexpectedly')],
])('warns of a database that is away, known by %s', (_, error) => {
  queue.error(`Error with notify listener: ${error.message}`, { error });
  expect(logger.warn).toHaveBeenCalledWith(
    { queue: expect.stringContaining('notify listener') },
    'queue warning',
  );
  expect(logger.error).not.toHaveBeenCalled();
});

it.each([
  ['another error', { error: new Error('column "x" does not exist') }],
  ['no error', undefined],
])('keeps an error of the queue with %s an error', (_, meta) => {
  queue.error('Cron hit an error', meta);
  expect(logger.error).toHaveBeenCalledWith({ queue: 'Cron hit an error' }, 'queue error');
});

it('keeps warnings and drops chatter, and failed jobs that were told of already', () => {
  queue.warn('A warning');
  queue.info('Worker started');
  queue.debug('Polling');
  queue.error('Failed task 1 (reconcile_ticket) with error: secret');
  expect(logger.warn.mock.calls).toEqual([[{ queue: 'A warning' }, 'queue warning']]);
  expect(logger.info).not.toHaveBeenCalled();
  expect(logger.error).not.toHaveBeenCalled();
});
