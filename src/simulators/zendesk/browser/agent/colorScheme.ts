/** The agent's choice of colours, kept in this browser; the app is told of it. */
export type ColorScheme = 'light' | 'dark';
export type ColorSchemeSwitch = {
  current(): ColorScheme;
  choose(scheme: ColorScheme): void;
  onChange(listener: (scheme: ColorScheme) => void): void;
};

const STORED_AS = 'color-scheme';

/** Starts with the stored choice, else with what the system wants, and marks the document with it. */
export function buildColorSchemeSwitch(): ColorSchemeSwitch {
  const stored = localStorage.getItem(STORED_AS);
  const wanted = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  let current: ColorScheme = stored === 'dark' || stored === 'light' ? stored : wanted;
  const listeners: ((scheme: ColorScheme) => void)[] = [];
  document.documentElement.dataset.scheme = current;
  return {
    current: () => current,
    choose(scheme) {
      if (scheme === current) return;
      current = scheme;
      localStorage.setItem(STORED_AS, scheme);
      document.documentElement.dataset.scheme = scheme;
      for (const listener of listeners) listener(scheme);
    },
    onChange(listener) {
      listeners.push(listener);
    },
  };
}
