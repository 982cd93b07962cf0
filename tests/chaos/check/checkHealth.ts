import type { Finding } from './finding';
import type { Outcome } from './outcome';

const MOST_SHOWN = 20;

/** The bridge itself: it came to rest, its ledger verifies, no job is lost, nothing in its log tells of a defect. */
export function checkHealth({ health }: Outcome): Finding[] {
  const { isAtRest, movedIn, verify, deadJobs, logErrors, unaskedEnds } = health;
  const findings: Finding[] = [];
  if (!isAtRest)
    findings.push({
      rule: 'the world comes to rest',
      expected: 'a round in which nothing moves',
      found: movedIn.join('; '),
    });
  if (verify.code !== 0)
    findings.push({
      rule: 'the ledger verifies',
      expected: 'support-credits verify ends with 0',
      found: verify.output,
    });
  for (const job of deadJobs) findings.push({ rule: 'no job is given up', expected: 'none', found: job });
  for (const line of logErrors.slice(0, MOST_SHOWN)) {
    findings.push({ rule: 'no defect in the log', expected: 'none', found: line });
  }
  if (unaskedEnds > 0)
    findings.push({ rule: 'a bridge ends only when it is ended', expected: '0', found: String(unaskedEnds) });
  return findings;
}
