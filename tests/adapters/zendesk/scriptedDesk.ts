import { buildZendeskDesk } from '../../../src/adapters/zendesk/buildZendeskDesk';
import type { Desk } from '../../../src/use-cases/ports/desk';
import { buildFixedClock, buildRecordedLog } from '../billmanager/recordedLog';
import type { ScriptedZendesk } from './scriptedZendesk';

/** A desk against a scripted account, as the bridge builds it; `options` are those that the test is about. */
export function buildScriptedDesk(
  account: ScriptedZendesk,
  options: Partial<Parameters<typeof buildZendeskDesk>[0]> = {},
): Desk {
  return buildZendeskDesk({
    baseUrl: account.url,
    clientId: 'bridge',
    clientSecret: 'hush',
    logger: buildRecordedLog(),
    clock: buildFixedClock('2026-11-22T10:00:00Z'),
    ...options,
  });
}
