import type * as z from 'zod';
import { POLICY_PROBLEMS } from '../../contract/policyView';
import type { PolicyProblem, PolicyProblemCode } from '../../contract/policyView';

/** What a check of our own says when it fails: the sentence, and its code. */
export function toRefusal(code: PolicyProblemCode, error: string) {
  return { error, params: { code } };
}

/** An issue as data; of several unknown keys, each is a problem. */
export function toProblems(issue: z.core.$ZodIssue): PolicyProblem[] {
  const path = issue.path.join('.');
  if (issue.code !== 'unrecognized_keys') return [{ key: path, ...toCode(issue) }];
  return issue.keys.map((key) => ({
    key: path === '' ? key : `${path}.${key}`,
    code: 'unknown_key',
    values: [],
  }));
}

function toCode(issue: z.core.$ZodIssue): Pick<PolicyProblem, 'code' | 'values'> {
  switch (issue.code) {
    case 'invalid_type':
      return {
        code: issue.input === undefined ? 'missing' : (TYPES[issue.expected] ?? 'invalid'),
        values: [],
      };
    case 'too_small':
      return { code: SMALL[issue.origin] ?? 'invalid', values: [Number(issue.minimum)] };
    case 'too_big':
      return { code: BIG[issue.origin] ?? 'invalid', values: [Number(issue.maximum)] };
    case 'invalid_value':
      return { code: 'not_one_of', values: issue.values.map(String) };
    case 'invalid_format':
      return { code: FORMATS[issue.format] ?? 'invalid', values: [] };
    case 'custom':
      return { code: toOwnCode(issue.params?.['code']), values: [] };
    default:
      return { code: 'invalid', values: [] };
  }
}

function toOwnCode(code: unknown): PolicyProblemCode {
  return POLICY_PROBLEMS.find((known) => known === code) ?? 'invalid';
}

const TYPES: Record<string, PolicyProblemCode> = {
  number: 'not_whole_number',
  int: 'not_whole_number',
  string: 'not_text',
  boolean: 'not_switch',
  array: 'not_list',
  object: 'not_object',
  record: 'not_object',
};
const SMALL: Record<string, PolicyProblemCode> = {
  number: 'too_small',
  int: 'too_small',
  string: 'too_short',
  array: 'too_few',
};
const BIG: Record<string, PolicyProblemCode> = {
  number: 'too_big',
  int: 'too_big',
  string: 'too_long',
  array: 'too_many',
};
const FORMATS: Record<string, PolicyProblemCode> = { url: 'not_https', date: 'not_day' };
