import { isAxiosError } from 'axios';
import { errorBodySchema } from '../../contract/errorBody';
import { BridgeError } from './BridgeError';

/** Maps a failed call to the bridge's own code; without one the bridge counts as unreachable. */
export function toBridgeError(failure: unknown): BridgeError {
  if (!isAxiosError<unknown>(failure) || !failure.response)
    return new BridgeError('bridge_unreachable', failure);
  const body = errorBodySchema.safeParse(failure.response.data);
  return new BridgeError(body.success ? body.data.error.code : 'bridge_unreachable', failure);
}
