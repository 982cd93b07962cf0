import type { AdminState } from './adminState';
import { SETUP_STATES } from './setupStates';
import { WORK_STATES } from './workStates';

/** Every state that an admin can meet. */
export const EVERY_ADMIN_STATE: AdminState[] = [...SETUP_STATES, ...WORK_STATES];
