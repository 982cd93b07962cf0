import { Skeleton } from '@zendeskgarden/react-loaders';
import { readBridgeStatus } from '../../../api/admin/readBridgeStatus';
import { readSetupCheck } from '../../../api/admin/readSetupCheck';
import { SetupCheckView } from '../../../features/setup-check/SetupCheckView';
import { SetupI18nProvider } from '../../../shared/i18n/setupI18n';
import { readAccountAddress } from '../../../zaf/readAccountAddress';
import type { AdminOutside } from '../AdminOutside';

/** How the bridge fares and what is set up, with their calls and their words. */
export function SetupPart({ outside: { bridge, zaf } }: { outside: AdminOutside }) {
  return (
    <SetupI18nProvider fallback={<Skeleton height="24px" />}>
      <SetupCheckView
        calls={{
          readStatus: () => readBridgeStatus(bridge),
          check: (system) => readSetupCheck(bridge, system),
          readAccountAddress: () => readAccountAddress(zaf),
        }}
      />
    </SetupI18nProvider>
  );
}
