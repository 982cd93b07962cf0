import { isDeepStrictEqual } from 'node:util';
import { POLICY_KEYS } from '../../contract/policyView';
import type { PolicyKey } from '../../contract/policyView';
import type { Policy } from '../../domain/policy/policy';

/** The keys in which two policies differ, in the order of the contract. */
export function findPolicyDifferences(one: Policy, other: Policy): PolicyKey[] {
  return POLICY_KEYS.filter((key) => !isDeepStrictEqual(readKey(one, key), readKey(other, key)));
}

function readKey(policy: Policy, key: PolicyKey): unknown {
  return key.split('.').reduce<unknown>((value, step) => Object(value)[step], policy);
}
