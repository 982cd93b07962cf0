/** The bridge's address out of the installation's setting, without a slash at its end; undefined when it is none. */
export function toBridgeUrl(setting: unknown): string | undefined {
  if (typeof setting !== 'string' || !URL.canParse(setting)) return undefined;
  return /^https?:/.test(setting) ? setting.replace(/\/+$/, '') : undefined;
}
