import { describeCommandError } from '../../../src/server/cli/describeCommandError';
import { ConfigError } from '../../../src/server/config';
import { AdapterError } from '../../../src/use-cases/ports/AdapterError';

describe('describeCommandError', () => {
  it('says in one sentence what an operator can do', () => {
    expect(describeCommandError({ code: 'ECONNREFUSED' })).toBe('No database answers. Check DATABASE_URL.');
    expect(describeCommandError({ code: 'EEXIST' })).toContain('name another one');
    expect(describeCommandError({ code: 'ENOSPC' })).toContain('no room for the file');
    const locked = new AdapterError('The folder is in use.', {
      code: 'embedded_postgres_locked',
      retry: false,
    });
    expect(describeCommandError(locked)).toBe('embedded_postgres_locked: The folder is in use.');
    expect(describeCommandError(new ConfigError(['DATABASE_URL wants a Postgres address.']))).toBe(
      'DATABASE_URL wants a Postgres address.',
    );
  });
});
