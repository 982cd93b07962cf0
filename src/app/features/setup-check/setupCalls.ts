import type { BridgeStatus } from '../../../contract/bridgeStatus';
import type { SetupCheck, SetupSystem } from '../../../contract/setupCheck';

/** The calls of the tab. The first two reject with BridgeError. */
export type SetupCalls = {
  readStatus: () => Promise<BridgeStatus>;
  /** Has a system looked at now. */
  check: (system: SetupSystem) => Promise<SetupCheck>;
  /** Undefined: Zendesk does not tell it, and there are no links. */
  readAccountAddress: () => Promise<string | undefined>;
};
