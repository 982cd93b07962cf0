import { chmodSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { askForHoles } from '../../src/playground/askForHoles.mjs';
import { makeTemporaryFolder } from './temporaryFolder';
import type { TemporaryFolder } from './temporaryFolder';

let folder: TemporaryFolder;
beforeEach(() => {
  folder = makeTemporaryFolder();
});
afterEach(() => folder.remove());

/** A report of `npm audit --json` (version 2) on these packages. */
const report = (holes: Record<string, string>) =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: Object.fromEntries(
      Object.entries(holes).map(([name, severity]) => [name, { name, severity, via: [], range: '<2' }]),
    ),
  });

/** Asks with an npm that answers `delivered` about what the bridge runs with, and `all` about everything. */
function askWith(delivered: string, all: string): Promise<string[]> {
  folder.write('delivered', delivered);
  folder.write('all', all);
  folder.write(
    'npm',
    `#!/bin/sh
cd '${folder.path}'
case "$*" in *--omit=dev*) cat delivered ;; *) cat all ;; esac
`,
  );
  chmodSync(join(folder.path, 'npm'), 0o755);
  return askForHoles({ ...process.env, PATH: `${folder.path}${delimiter}${process.env['PATH']}` });
}

it('has nothing to say when no hole is known', async () => {
  expect(await askWith(report({}), report({}))).toEqual([]);
});

it.each(['high', 'critical'])(
  'keeps a release from being made for a %s hole in the bridge',
  async (severity) => {
    await expect(askWith(report({ fastify: severity }), report({ fastify: severity }))).rejects.toThrow(
      `Packages that the bridge runs with have known holes: fastify (${severity}). npm audit says which versions mend them.`,
    );
  },
);

it('names the other holes, and those in what is bundled or builds', async () => {
  expect(await askWith(report({ pg: 'low' }), report({ pg: 'low', webpack: 'critical' }))).toEqual([
    'Packages with known holes, none of them grave in the bridge: pg (low), webpack (critical).',
  ]);
});

it.each([
  ['refuses', '{"message": "405 Method Not Allowed", "statusCode": 405}'],
  ['is not reached', 'npm error network'],
])('says so when the registry %s', async (_how, answer) => {
  expect(await askWith(answer, answer)).toEqual([expect.stringContaining('could not be looked up')]);
});
