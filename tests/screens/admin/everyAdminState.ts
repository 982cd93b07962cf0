import type { AdminState } from './adminState';
import { WORK_STATES } from './workStates';

/** Every state that an admin can meet. */
export const EVERY_ADMIN_STATE: AdminState[] = [...WORK_STATES];
