import { MAX_POLICY_PROBLEMS } from '../../contract/policyView';
import type { PolicyFileView, PolicyView } from '../../contract/policyView';
import { DEFAULT_POLICY } from '../../domain/policy/policy';
import type { Policy } from '../../domain/policy/policy';
import { findPolicyDifferences } from './findPolicyDifferences';
import { readPolicy } from './parsePolicy';

/** What telling of the policy needs: what is in force since when, and where its file is, undefined when there is none. */
export type ReadPolicyViewDeps = {
  policy: Policy;
  policyReadAt: string;
  policyFile: string | undefined;
  readPolicyText: (path: string) => Promise<string>;
};

/**
 * The policy in force against the published rules, and what its file says now. The file is only looked at: the bridge goes on
 * with what it read at its start, whatever stands there.
 */
export async function readPolicyView(deps: ReadPolicyViewDeps): Promise<PolicyView> {
  const { policy, policyReadAt: readAt } = deps;
  return {
    policy,
    standard: DEFAULT_POLICY,
    differences: findPolicyDifferences(policy, DEFAULT_POLICY),
    readAt,
    file: await readFileView(deps),
  };
}

async function readFileView({
  policy,
  policyFile,
  readPolicyText,
}: ReadPolicyViewDeps): Promise<PolicyFileView> {
  if (policyFile === undefined) return { state: 'none' };
  let text: string;
  try {
    text = await readPolicyText(policyFile);
  } catch {
    return { state: 'unreadable' };
  }
  const read = readPolicy(text);
  if (!read.ok) {
    const problems = read.problems.slice(0, MAX_POLICY_PROBLEMS);
    return { state: 'broken', problems, isCut: problems.length < read.problems.length };
  }
  const changes = findPolicyDifferences(read.policy, policy);
  return changes.length === 0 ? { state: 'same' } : { state: 'other', policy: read.policy, changes };
}
