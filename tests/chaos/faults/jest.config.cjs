/**
 * The fault run (`npm run chaos -- --faults`): every test of this folder, in the world of the suite `e2e`. The suite itself has time
 * for a few of them only (`QUICK_FAULTS` of ../../jest.config.cjs).
 */
const { projects, ...whole } = require('../../jest.config.cjs');

const e2e = projects.find(({ displayName }) => displayName === 'e2e');

module.exports = {
  ...whole,
  projects: [{ ...e2e, displayName: 'faults', testMatch: ['<rootDir>/tests/chaos/faults/*.test.ts'] }],
};
