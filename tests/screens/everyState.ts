import { ACTION_STATES } from './actionStates';
import { AWAY_STATES } from './awayStates';
import { FIRST_LOOK_STATES } from './firstLookStates';
import { FURTHER_STATES } from './furtherStates';
import type { ScreenState } from './states';

/** Every state that an agent can meet. */
export const EVERY_STATE: ScreenState[] = [
  ...FIRST_LOOK_STATES,
  ...ACTION_STATES,
  ...FURTHER_STATES,
  ...AWAY_STATES,
];
