import { countResults, parseLastLine, toLastLine } from '../../src/playground/countResults.mjs';

const results = (numPassedTests: number, numFailedTests: number, numRuntimeErrorTestSuites: number) => ({
  numPassedTests,
  numFailedTests,
  numRuntimeErrorTestSuites,
});

describe('countResults', () => {
  it('gives the counts of a green run', () => {
    expect(countResults(results(12, 0, 0), 0)).toEqual({ passed: 12, failed: 0 });
  });

  it('counts a suite that did not run as failed', () => {
    expect(countResults(results(12, 1, 2), 1)).toEqual({ passed: 12, failed: 3 });
  });

  it('fails a run without a single test', () => {
    expect(countResults(results(0, 0, 0), 0)).toEqual({ passed: 0, failed: 1 });
  });

  it('fails a run that jest calls failed although every test passed', () => {
    expect(countResults(results(12, 0, 0), 1)).toEqual({ passed: 12, failed: 1 });
  });

  it('fails a run that left no results', () => {
    expect(countResults(undefined, 0)).toEqual({ passed: 0, failed: 1 });
  });
});

describe('the last line', () => {
  it('is read as it was written', () => {
    const counts = { passed: 310, failed: 2 };
    expect(parseLastLine(`some report\n${toLastLine(counts)}\n`)).toEqual(counts);
  });

  it('counts as a failure when it is missing or not the last', () => {
    expect(parseLastLine('')).toEqual({ passed: 0, failed: 1 });
    expect(parseLastLine('3 passed, 0 failed\nSegmentation fault\n')).toEqual({ passed: 0, failed: 1 });
  });
});
