import { useEffect, useState } from 'react';
import type { Zaf } from './connectZaf';
import { readAgentSettings, toColorScheme } from './readAgentSettings';
import type { AgentSettings } from './readAgentSettings';

const UNTOLD: AgentSettings = { locale: navigator.language, colorScheme: 'light' };

/**
 * The agent's locale and colour scheme, and every later change of the scheme; undefined until Zendesk's page has told.
 * `known` is what it told before, and spares the asking.
 */
export function useAgentSettings(zaf: Zaf, known?: AgentSettings): AgentSettings | undefined {
  const [settings, setSettings] = useState(known);
  const isKnown = known !== undefined;
  useEffect(() => {
    let isGone = false;
    // A page of Zendesk that does not tell is no reason to show nothing.
    if (!isKnown) {
      readAgentSettings(zaf).then(
        (read) => isGone || setSettings(read),
        () => isGone || setSettings(UNTOLD),
      );
    }
    const stop = zaf.onEvent('colorScheme.changed', (scheme) =>
      setSettings((before) => ({ ...(before ?? UNTOLD), colorScheme: toColorScheme(scheme) })),
    );
    return () => {
      isGone = true;
      stop();
    };
  }, [zaf, isKnown]);
  return settings;
}
