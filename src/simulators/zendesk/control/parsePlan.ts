import { SimulatorInputError } from '../../kit/control';
import { isRecord } from '../wire/isRecord';

/** What the account's plan has: tokens of the help center are there on Enterprise plans only (zendesk.md 9). */
export type Plan = { hasHelpCenterTokens: boolean };

const ENTERPRISE: Plan = { hasHelpCenterTokens: true };

/**
 * `/_control/plan`: `{"hasHelpCenterTokens": false}` is a plan without tokens, and `{}` goes back to Enterprise. Throws
 * SimulatorInputError naming what is wrong.
 */
export function parsePlan(body: unknown): Plan {
  const given = body ?? {};
  if (!isRecord(given)) throw new SimulatorInputError('A plan is an object with hasHelpCenterTokens.');
  const { hasHelpCenterTokens = ENTERPRISE.hasHelpCenterTokens, ...others } = given;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw new SimulatorInputError(`A plan has no ${unknown}.`);
  if (typeof hasHelpCenterTokens !== 'boolean') {
    throw new SimulatorInputError('hasHelpCenterTokens wants true or false.');
  }
  return { hasHelpCenterTokens };
}
