import type { ErrorCode } from '../../contract/errorCodes';

/** Why the bridge gave no usable answer: its own code, or what kept the answer from us. */
export type BridgeFailure = ErrorCode | 'bridge_unreachable' | 'answer_not_understood';

/** The bridge could not be asked, refused, or answered what the contract does not know. */
export class BridgeError extends Error {
  readonly code: BridgeFailure;

  constructor(code: BridgeFailure, cause?: unknown) {
    super(`The bridge gave no usable answer: ${code}`, { cause });
    this.name = 'BridgeError';
    this.code = code;
  }
}
