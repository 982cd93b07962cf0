import { describeStartError } from '../../../src/server/cli/describeStartError';
import { ConfigError } from '../../../src/server/config';
import { AdapterError } from '../../../src/use-cases/ports/AdapterError';

describe('describeStartError', () => {
  it('lists every problem of the configuration on a line of its own', () => {
    const text = describeStartError(new ConfigError(['PORT wants this.', 'HOST wants that.']));
    expect(text.split('\n').slice(1)).toEqual(['  - PORT wants this.', '  - HOST wants that.']);
  });

  it.each([
    ['port 9464 is taken', Object.assign(new Error('listen'), { code: 'EADDRINUSE', port: 9464 })],
    ['METRICS_PORT', Object.assign(new Error('listen'), { code: 'EADDRINUSE' })],
    ['DATABASE_URL', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })],
    ['the name in DATABASE_URL', Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' })],
    ['still starting', Object.assign(new Error('starting up'), { code: '57P03' })],
    ['Create it', Object.assign(new Error('no database'), { code: '3D000' })],
    ['the password', Object.assign(new Error('authentication'), { code: '28P01' })],
    ['max_connections', Object.assign(new Error('too many clients'), { code: '53300' })],
    [
      'embedded_postgres_locked',
      new AdapterError('The folder is in use.', { code: 'embedded_postgres_locked', retry: false }),
    ],
  ])('names %s when that is what keeps it from starting', (name, error) => {
    expect(describeStartError(error)).toContain(name);
  });
});
