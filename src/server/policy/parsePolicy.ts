import type * as z from 'zod';
import { DEFAULT_POLICY } from '../../domain/policy/policy';
import type { PolicyProblem } from '../../contract/policyView';
import { AGENT_REFUND_REASONS } from '../../domain/policy/refundReason';
import type { Policy } from '../../domain/policy/policy';
import { ConfigError } from '../config';
import { policyFile } from './policyFile';
import { toProblems } from './policyProblem';

/** What a text is as a policy file. Where it is none, `problems` say why as data, and `sentences` to the operator. */
export type ReadPolicy =
  { ok: true; policy: Policy } | { ok: false; problems: PolicyProblem[]; sentences: string[] };

/**
 * The policy in force: the text of a policy file over the published defaults. Throws one `ConfigError` that names every
 * key with a problem.
 */
export function parsePolicy(text: string): Policy {
  const read = readPolicy(text);
  if (read.ok) return read.policy;
  throw new ConfigError(read.sentences);
}

/** As {@link parsePolicy}, with every problem as data. */
export function readPolicy(text: string): ReadPolicy {
  const json = parseJson(text);
  if (json === undefined) {
    return refuse({ key: '', code: 'not_json', values: [] }, 'The policy file is not JSON.');
  }
  const parsed = policyFile.safeParse(json, { reportInput: true });
  if (!parsed.success) {
    const { issues } = parsed.error;
    const sentences = issues.map(
      ({ path, message }) => `Policy key ${path.join('.') || '(top)'}: ${message}.`,
    );
    return { ok: false, problems: issues.flatMap(toProblems), sentences };
  }
  const policy = mergePolicy(parsed.data);
  const { chargeMaxAgeSeconds, freshSeconds } = policy.billing;
  if (chargeMaxAgeSeconds >= freshSeconds) return { ok: true, policy };
  const key = 'billing.chargeMaxAgeSeconds';
  return refuse(
    { key, code: 'less_than_fresh', values: [freshSeconds] },
    `Policy key ${key}: wants at least billing.freshSeconds (${freshSeconds}).`,
  );
}

function refuse(problem: PolicyProblem, sentence: string): ReadPolicy {
  return { ok: false, problems: [problem], sentences: [sentence] };
}

function mergePolicy(file: z.infer<typeof policyFile>): Policy {
  return {
    ...DEFAULT_POLICY,
    ...withoutUndefined(file),
    spend: { ...DEFAULT_POLICY.spend, ...withoutUndefined(file.spend ?? {}) },
    lowBalance: { ...DEFAULT_POLICY.lowBalance, ...withoutUndefined(file.lowBalance ?? {}) },
    refundReasons: mergeReasons(file.refundReasons ?? {}),
    identity: { ...DEFAULT_POLICY.identity, ...withoutUndefined(file.identity ?? {}) },
    billing: { ...DEFAULT_POLICY.billing, ...withoutUndefined(file.billing ?? {}) },
    careHours: { ...DEFAULT_POLICY.careHours, ...withoutUndefined(file.careHours ?? {}) },
  };
}

/** Of each reason, too, a file gives only what differs. */
function mergeReasons(
  file: NonNullable<z.infer<typeof policyFile>['refundReasons']>,
): Policy['refundReasons'] {
  const merged = { ...DEFAULT_POLICY.refundReasons };
  for (const reason of AGENT_REFUND_REASONS) {
    merged[reason] = { ...merged[reason], ...withoutUndefined(file[reason] ?? {}) };
  }
  return merged;
}

/** Undefined: it is no JSON, of which nothing is undefined. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A key that the file leaves out must not hide the default. */
function withoutUndefined<Shape extends object>(
  value: Shape,
): { [Key in keyof Shape]?: Exclude<Shape[Key], undefined> } {
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof Shape]?: Exclude<Shape[Key], undefined> };
}
