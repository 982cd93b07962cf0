import { describeCommandError } from '../../../src/server/cli/describeCommandError';
import { ConfigError } from '../../../src/server/config';
import { AdapterError } from '../../../src/use-cases/ports/AdapterError';

describe('describeCommandError', () => {
  it('tells how to work beside a running bridge that owns the data folder', () => {
    const locked = new AdapterError('The database folder .data/postgres is in use by process 7.', {
      code: 'embedded_postgres_locked',
      retry: false,
    });
    expect(describeCommandError(locked)).toMatch(/in use by process 7.*set DATABASE_URL .*, or stop it\.$/);
  });

  it('says in one sentence what an operator can do', () => {
    expect(describeCommandError({ code: 'ECONNREFUSED' })).toBe('No database answers. Check DATABASE_URL.');
    expect(describeCommandError({ code: 'EEXIST' })).toContain('name another one');
    expect(describeCommandError(new ConfigError(['DATABASE_URL wants a Postgres address.']))).toBe(
      'DATABASE_URL wants a Postgres address.',
    );
  });
});
