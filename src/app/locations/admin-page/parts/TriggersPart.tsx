import { readAppTriggers } from '../../../api/admin/readAppTriggers';
import { restoreTrigger } from '../../../api/admin/restoreTrigger';
import { AppTriggers } from '../../../features/app-triggers/AppTriggers';
import type { TriggerCalls } from '../../../features/app-triggers/AppTriggers';
import type { AdminOutside } from '../AdminOutside';

/** The app's triggers with their calls; what is restored is written in the admin's own session. */
export function TriggersPart({ outside: { bridge, zendesk } }: { outside: AdminOutside }) {
  const calls: TriggerCalls = {
    readTriggers: () => readAppTriggers(bridge),
    restore: (trigger) => restoreTrigger(zendesk, trigger),
  };
  return <AppTriggers calls={calls} />;
}
