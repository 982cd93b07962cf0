import { DEFAULT_POLICY } from '../../domain/policy/policy';
import type { Policy } from '../../domain/policy/policy';
import { ConfigError } from '../config';
import { parsePolicy } from './parsePolicy';

/** The policy in force: the published rules, or those with the file of `POLICY_FILE` over them. Throws `ConfigError`. */
export async function loadPolicy(
  path: string | undefined,
  readText: (path: string) => Promise<string>,
): Promise<Policy> {
  if (path === undefined) return DEFAULT_POLICY;
  let text: string;
  try {
    text = await readText(path);
  } catch {
    throw new ConfigError([`POLICY_FILE wants a file that can be read; ${path} cannot.`]);
  }
  return parsePolicy(text);
}
