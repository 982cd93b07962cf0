import type { AdminState } from './adminState';
import { DRY_RUN_STATES } from './dryRunStates';
import { POLICY_STATES } from './policyStates';
import { REPORT_STATES } from './reportStates';
import { SETUP_STATES } from './setupStates';
import { SHADOW_STATES } from './shadowStates';
import { TRIGGERS_STATES } from './triggersStates';
import { WORK_STATES } from './workStates';

/** Every state that an admin can meet. */
export const EVERY_ADMIN_STATE: AdminState[] = [
  ...SETUP_STATES,
  ...TRIGGERS_STATES,
  ...POLICY_STATES,
  ...DRY_RUN_STATES,
  ...WORK_STATES,
  ...REPORT_STATES,
  ...SHADOW_STATES,
];
