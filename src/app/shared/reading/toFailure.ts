import { BridgeError } from '../../api/BridgeError';
import type { BridgeFailure } from '../../api/BridgeError';

/** Why the bridge gave no usable answer; undefined when nothing failed. */
export function toFailure(error: unknown): BridgeFailure | undefined {
  if (error === undefined) return undefined;
  return error instanceof BridgeError ? error.code : 'bridge_unreachable';
}
