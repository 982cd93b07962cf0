import type { AdminState } from './adminState';
import { POLICY_STATES } from './policyStates';
import { SHADOW_STATES } from './shadowStates';
import { TRIGGERS_STATES } from './triggersStates';
import { WORK_STATES } from './workStates';

/** Every state that an admin can meet. */
export const EVERY_ADMIN_STATE: AdminState[] = [
  ...TRIGGERS_STATES,
  ...POLICY_STATES,
  ...WORK_STATES,
  ...SHADOW_STATES,
];
