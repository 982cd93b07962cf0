import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileSources } from '../../helpers/compileSources';

const EXPECTED_LINES = 240;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'support-credits-time-zones-'));
  compileSources(folder, ['src/domain', 'tests/domain']);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function printIn(timeZone: string): string[] {
  const script = join(folder, 'tests/domain/time-zones/printTimes.js');
  const env = { ...process.env, TZ: timeZone };
  return execFileSync(process.execPath, [script], { env, encoding: 'utf8' }).trim().split('\n');
}

describe('the rules of time on a host in another time zone', () => {
  it.each(['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Kiritimati'])(
    'say the same as in UTC on days on which clocks change, and on 29 February: %s',
    (timeZone) => {
      const expected = printIn('UTC');
      expect(expected).toHaveLength(EXPECTED_LINES);
      expect(printIn(timeZone)).toEqual(expected);
    },
  );
});
