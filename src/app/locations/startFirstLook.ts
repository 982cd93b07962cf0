import type { CreditsView } from '../../contract/creditsView';
import { buildBridgeHttp } from '../api/buildBridgeHttp';
import { readCreditsView } from '../api/readCreditsView';
import type { Zaf } from '../zaf/connectZaf';
import { readInstallation } from '../zaf/readInstallation';
import type { Installation } from '../zaf/readInstallation';

/** Longest time in which a first view waits for the panel: the panel hears of later changes, and not of earlier ones. */
const FRESH_MS = 3_000;

/** What is asked for before anything is drawn, so that the answers come while the browser is still at work. */
export type FirstLook = {
  /** The first reading of where the app stands, then a new one each time. Rejects with ZafError. */
  readInstallation: () => Promise<Installation>;
  /** The view that was asked for at the start, once and while it is fresh; else undefined. Rejects with BridgeError. */
  takeView: (ticketId: string) => Promise<CreditsView> | undefined;
};

/** Starts both readings: the view as soon as it is known where the bridge is and which ticket is shown. */
export function startFirstLook(zaf: Zaf): FirstLook {
  const startedAtMs = performance.now();
  let installation: Promise<Installation> | undefined = readInstallation(zaf);
  let view: { ticketId: string; reading: Promise<CreditsView> } | undefined;
  // Whoever takes a reading hears of its failure.
  installation.then(
    (found) => {
      if (found.kind !== 'ready' || found.isNewTicket || found.ticketId === undefined) return;
      const reading = readCreditsView(buildBridgeHttp(zaf, found.bridgeUrl), found.ticketId);
      reading.catch(() => undefined);
      view = { ticketId: found.ticketId, reading };
    },
    () => undefined,
  );
  return {
    readInstallation: () => {
      const first = installation;
      installation = undefined;
      return first ?? readInstallation(zaf);
    },
    takeView: (ticketId) => {
      const first = view;
      view = undefined;
      const isFresh = performance.now() - startedAtMs < FRESH_MS;
      return first?.ticketId === ticketId && isFresh ? first.reading : undefined;
    },
  };
}
