import { PROJECTS, projectOf } from '../../state/projects';
import type { Project } from '../../state/projects';
import type { FunctionCall } from '../billingFunction';

/** The provider of the account a row belongs to. */
export function readProject(call: FunctionCall, row: { accountId: string }): Project {
  const account = call.billing.store.index().account(row.accountId);
  return account === undefined ? PROJECTS[0] : projectOf(account);
}
