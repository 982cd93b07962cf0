import type { Zaf } from './connectZaf';

export type ColorScheme = 'light' | 'dark';

/** How this agent wants to read: BCP 47 locale and light or dark. */
export type AgentSettings = { locale: string; colorScheme: ColorScheme };

/** Reads the agent's settings; what Zendesk does not tell falls back to the browser's language and to light. */
export async function readAgentSettings(zaf: Zaf): Promise<AgentSettings> {
  const answer = await zaf.get(['currentUser.locale', 'colorScheme']);
  const locale = answer['currentUser.locale'];
  return {
    locale: typeof locale === 'string' && locale ? locale : navigator.language,
    colorScheme: toColorScheme(answer['colorScheme']),
  };
}

/** Maps Zendesk's word, also the payload of `colorScheme.changed`; anything but `dark` is light. */
export function toColorScheme(value: unknown): ColorScheme {
  return value === 'dark' ? 'dark' : 'light';
}
