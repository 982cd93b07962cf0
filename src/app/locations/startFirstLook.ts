import type { CreditsView } from '../../contract/creditsView';
import { buildBridgeHttp } from '../api/buildBridgeHttp';
import { readCreditsView } from '../api/readCreditsView';
import { loadWords, toLanguage } from '../shared/i18n/loadWords';
import type { Zaf } from '../zaf/connectZaf';
import { readAgentSettings } from '../zaf/readAgentSettings';
import type { AgentSettings } from '../zaf/readAgentSettings';
import { readInstallation } from '../zaf/readInstallation';
import type { Installation } from '../zaf/readInstallation';

/** Longest time in which a first view waits for the panel: the panel hears of later changes, and not of earlier ones. */
const FRESH_MS = 3_000;

/** Longest wait for Zendesk's own page before something is drawn: it answers within the browser, or something is wrong. */
const HOST_MS = 500;

/** A view that comes this soon after is drawn at once; for a later one the grey bars are drawn first. */
const VIEW_MS = 30;

/** What is known so far of a first look. */
export type KnownLook = {
  settings?: AgentSettings;
  installation?: Installation;
  view?: { ticketId: string; view: CreditsView };
};

/** What is asked for before anything is drawn, so that the answers come while the browser is still at work. */
export type FirstLook = {
  /** The first reading of where the app stands, then a new one each time. Rejects with ZafError. */
  readInstallation: () => Promise<Installation>;
  /** The view that was asked for at the start, once and while it is fresh; else undefined. Rejects with BridgeError. */
  takeView: (ticketId: string) => Promise<CreditsView> | undefined;
  /** Ends with what is known when it is time to draw, all of it or not; whatever is missing is waited for on screen. */
  whenToDraw: () => Promise<KnownLook>;
};

/** Starts all readings: the view as soon as it is known where the bridge is and which ticket is shown. */
export function startFirstLook(zaf: Zaf): FirstLook {
  const startedAtMs = performance.now();
  const known: KnownLook = {};
  let installation: Promise<Installation> | undefined = readInstallation(zaf);
  let view: { ticketId: string; reading: Promise<CreditsView> } | undefined;
  const speech = readAgentSettings(zaf).then(async (settings) => {
    await loadWords('sidebar', toLanguage(settings.locale));
    known.settings = settings;
  });
  const place = installation.then((found) => {
    known.installation = found;
    if (found.kind !== 'ready' || found.isNewTicket || found.ticketId === undefined) return;
    const { ticketId } = found;
    const reading = readCreditsView(buildBridgeHttp(zaf, found.bridgeUrl), ticketId);
    view = { ticketId, reading };
    reading.then(
      (read) => {
        known.view = { ticketId, view: read };
      },
      // Whoever takes the reading hears of its failure.
      () => undefined,
    );
  });
  const hostReading = Promise.allSettled([speech, place]);
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
    async whenToDraw() {
      await endOrTime(hostReading, HOST_MS);
      if (view) await endOrTime(view.reading, VIEW_MS);
      return known;
    },
  };
}

/** Ends when the work has, however it did, or after so long. */
function endOrTime(work: Promise<unknown>, limitMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, limitMs);
    const end = () => resolve();
    work.then(end, end);
  });
}
