/**
 * Three groups of suites, one per world they need: `node` (pure rules, Postgres, bridge, simulators),
 * `screens` (jsdom) and `e2e` (real processes, and a real browser).
 */
const { availableParallelism } = require('node:os');
const { join } = require('node:path');

const root = join(__dirname, '..');

const swc = {
  '^.+\\.m?[tj]sx?$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
      },
      module: { type: 'commonjs' },
    },
  ],
};

const base = {
  rootDir: root,
  transform: swc,
  // These ship ES modules only, and the last one loads parts of itself as such; everything else is left as it is.
  transformIgnorePatterns: [
    '/node_modules/(?!(.*/)?(react-merge-refs|jose|cookie|@opentelemetry/otlp-exporter-base)/)',
  ],
  // `mjs` stands after `js`: before it, other packages would resolve to their ES module builds.
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  // A query makes webpack split languages into blocks (src/app/shared/i18n/words); here the whole file serves.
  moduleNameMapper: { '^(.+\\.json)\\?\\w+$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
};

/**
 * What the suite has time for of the fault run (tests/chaos/README.md): the quick and most telling files of tests/chaos/faults. All of
 * them run by `npm run chaos -- --faults`.
 */
const QUICK_FAULTS = ['way', 'faultList', 'answersLost'];

module.exports = {
  rootDir: root,
  // Suites wait for servers and browsers more than they compute: two at once also where there are only two cores.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  // Only ends what hangs; how fast something is is measured by the benches. Jest reads it here alone, not in a project.
  testTimeout: 30_000,
  projects: [
    {
      ...base,
      displayName: 'node',
      testEnvironment: 'node',
      testMatch: [
        '<rootDir>/tests/{domain,contract,use-cases,adapters,server,simulators,playground,package,extras}/**/*.test.ts',
      ],
      globalSetup: '<rootDir>/tests/helpers/database/globalSetup.ts',
      globalTeardown: '<rootDir>/tests/helpers/database/globalTeardown.ts',
    },
    {
      ...base,
      displayName: 'screens',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/tests/{app,help-center}/**/*.test.{ts,tsx}'],
      setupFiles: ['<rootDir>/tests/app/setUpWindow.ts'],
      setupFilesAfterEnv: ['<rootDir>/tests/app/setUpMatchers.ts'],
    },
    {
      ...base,
      displayName: 'e2e',
      testEnvironment: 'node',
      testMatch: [
        '<rootDir>/tests/e2e/**/*.test.ts',
        '<rootDir>/tests/chaos/*.test.ts',
        ...QUICK_FAULTS.map((name) => `<rootDir>/tests/chaos/faults/${name}.test.ts`),
      ],
    },
  ],
};
