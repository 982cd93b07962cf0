import { toDatabaseError } from '../../../src/adapters/postgres/toDatabaseError';
import { AdapterError } from '../../../src/use-cases/ports/AdapterError';

const withCode = (code: string) => Object.assign(new Error('details of client@example.test'), { code });

describe('toDatabaseError', () => {
  it.each(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', '08006', '53300', '57014', '57P01', '57P03', '25P03'])(
    'names %s a database that cannot be asked, and says nothing of the contents',
    (code) => {
      const error = toDatabaseError(withCode(code)) as AdapterError;
      expect(error).toMatchObject({ name: 'AdapterError', code: 'database_unavailable', retry: true });
      expect(error.message).toBe(`The database could not be asked (${code}).`);
    },
  );

  it.each([
    'Query read timeout',
    'timeout exceeded when trying to connect',
    'timeout expired',
    'Connection terminated unexpectedly',
    'Connection terminated due to connection timeout',
    'Client has encountered a connection error and is not queryable',
    'Cannot use a pool after calling end on the pool',
  ])('knows what the driver says without a code: %s', (message) => {
    expect(toDatabaseError(new Error(message))).toMatchObject({ code: 'database_unavailable' });
  });

  it.each([
    ['a violated guard', withCode('23505')],
    ['a statement that is wrong', withCode('42601')],
    ['a defect of ours', new TypeError('undefined is not a function')],
    ['a failure that has its name', new AdapterError('x', { code: 'key_reused', retry: false })],
    ['something that is no error', 'text'],
  ])('leaves %s as it is', (_name, error) => {
    expect(toDatabaseError(error)).toBe(error);
  });
});
