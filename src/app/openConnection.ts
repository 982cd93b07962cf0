import { loadWords, toLanguage } from './shared/i18n/loadWords';
import { initSdk } from './zaf/initSdk';

/** The SDK's client, its handshake with Zendesk begun; undefined outside Zendesk. */
export const client = initSdk();

// Most browsers speak their agent's language: its words come beside the handshake. Others are loaded when it is known.
loadWords('sidebar', toLanguage(navigator.language)).catch(() => undefined);
