import { useEffect, useState } from 'react';
import type { Zaf } from './connectZaf';
import { readAgentSettings, toColorScheme } from './readAgentSettings';
import type { AgentSettings } from './readAgentSettings';

/** The agent's locale and colour scheme, and every later change of the scheme. */
export function useAgentSettings(zaf: Zaf): AgentSettings {
  const [settings, setSettings] = useState<AgentSettings>(() => ({
    locale: navigator.language,
    colorScheme: 'light',
  }));
  useEffect(() => {
    let isGone = false;
    // A page of Zendesk that does not tell is no reason to show nothing: the first values stay.
    readAgentSettings(zaf).then(
      (read) => isGone || setSettings(read),
      () => undefined,
    );
    const stop = zaf.onEvent('colorScheme.changed', (scheme) =>
      setSettings((before) => ({ ...before, colorScheme: toColorScheme(scheme) })),
    );
    return () => {
      isGone = true;
      stop();
    };
  }, [zaf]);
  return settings;
}
