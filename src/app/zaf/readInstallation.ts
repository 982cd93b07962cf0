import type { Zaf } from './connectZaf';
import { toBridgeUrl } from './toBridgeUrl';

/** Identifiers of the ticket fields in requirements.json. */
const ACTION_FIELD = 'requirement:credit_action';
const LINE_FIELD = 'requirement:support_line';
const CREDIT_FIELD = 'requirement:support_credit';

/** What an admin has to put right before the app can work. */
export type MissingPiece = 'bridge_url' | 'credit_action';

/** Where the app stands, as far as Zendesk knows it. */
export type Installation =
  | {
      kind: 'ready';
      /** Without a slash at its end. */
      bridgeUrl: string;
      /** Beside a ticket that is still being written, which the page says so. */
      isNewTicket: boolean;
      /** Undefined for a ticket that was never saved. */
      ticketId: string | undefined;
      actionFieldId: number;
      /** Undefined when the field is missing: then nobody is handed over from here. */
      lineFieldId: number | undefined;
      /** Undefined when the field is missing: only live changes by others are then seen later. */
      creditFieldId: number | undefined;
    }
  | { kind: 'not_set_up'; missing: MissingPiece };

/** Reads settings, ticket and field ids (`requirement:<identifier>`, zendesk.md 2.1). Rejects with ZafError. */
export async function readInstallation(zaf: Zaf): Promise<Installation> {
  const [settings, { location, ticketId }, requirements] = await Promise.all([
    zaf.readSettings(),
    zaf.readPlace(),
    zaf.get([ACTION_FIELD, LINE_FIELD, CREDIT_FIELD]),
  ]);
  const bridgeUrl = toBridgeUrl(settings['bridge_url']);
  if (!bridgeUrl) return { kind: 'not_set_up', missing: 'bridge_url' };
  const actionFieldId = toFieldId(requirements[ACTION_FIELD]);
  if (!actionFieldId) return { kind: 'not_set_up', missing: 'credit_action' };
  return {
    kind: 'ready',
    bridgeUrl,
    isNewTicket: location === 'new_ticket_sidebar',
    ticketId,
    actionFieldId,
    lineFieldId: toFieldId(requirements[LINE_FIELD]),
    creditFieldId: toFieldId(requirements[CREDIT_FIELD]),
  };
}

/** Zendesk's ids stay below 2^53, so a number holds them. */
function toFieldId(requirement: unknown): number | undefined {
  if (typeof requirement !== 'object' || requirement === null || !('requirement_id' in requirement))
    return undefined;
  const id = Number(requirement.requirement_id);
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
}
