import { AdapterError } from '../../../use-cases/ports/AdapterError';
import type { OpenSidebars } from '../../../use-cases/ports/openSidebars';
import { buildZendeskClient } from '../buildZendeskClient';
import type { ZendeskClientOptions } from '../buildZendeskClient';
import { toWireId } from '../toWireId';
import { buildAppFinder } from './buildAppFinder';
import { buildNewsCollector } from './buildNewsCollector';
import type { CollectorOptions, SidebarMessage } from './buildNewsCollector';

const PATH = '/api/v2/apps/notify.json';

/** After something that asking again cannot help, sidebars are left to themselves for so long. */
const REST_MS = 60 * 60_000;

/** How Zendesk is reached, and the name of the event that the app listens to. */
export type OpenSidebarsOptions = ZendeskClientOptions & {
  event: string;
  schedule?: CollectorOptions['schedule'];
};

/**
 * Open sidebars, told through `POST /api/v2/apps/notify`, which fires an event in every open instance of an app. The body is a
 * text of JSON with ids only. A failure is logged as a warning and forgotten; one that cannot heal by itself (no app of
 * ours, a right that is missing) is logged once, and nothing more is tried for an hour.
 */
export function buildOpenSidebars(options: OpenSidebarsOptions): OpenSidebars {
  const { clock, logger, event, schedule = scheduleAside } = options;
  const client = buildZendeskClient(options);
  const finder = buildAppFinder(client, clock);
  let restsUntilMs = 0;

  const isResting = () => clock.now().getTime() < restsUntilMs;
  const rest = () => {
    restsUntilMs = clock.now().getTime() + REST_MS;
  };
  const sendToApps = async (message: SidebarMessage): Promise<void> => {
    const appIds = await finder.readAppIds();
    if (appIds.length === 0) {
      rest();
      logger.warn({}, 'no installed app has the setting bridge_url: open sidebars are not told of changes');
    }
    for (const appId of appIds) {
      await client.create(PATH, { app_id: toWireId(appId), event, body: JSON.stringify(message) });
    }
  };
  const send = async (message: SidebarMessage): Promise<void> => {
    // What was collected before the rest began is not worth another try either.
    if (isResting()) return;
    try {
      await sendToApps(message);
    } catch (error) {
      if (!(error instanceof AdapterError)) {
        logger.error(
          { errorName: error instanceof Error ? error.name : typeof error },
          'open sidebars were not told',
        );
        return;
      }
      if (!error.retry) rest();
      logger.warn({ code: error.code, asked: error.message }, 'open sidebars were not told of changes');
    }
  };

  const collect = buildNewsCollector({ clock, send, schedule });
  return {
    tell(subject) {
      if (!isResting()) collect(subject);
    },
  };
}

/** News that still wait do not keep the process from ending: they are hints. */
function scheduleAside(run: () => void, afterMs: number): void {
  setTimeout(run, afterMs).unref();
}
