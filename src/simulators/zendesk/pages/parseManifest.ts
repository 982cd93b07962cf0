/** What the host needs of a package's manifest.json (zendesk.md 3). */
export type AppManifest = {
  version: string;
  /** Of the product Support: location to the address of its page, relative to the package or absolute. */
  locations: Record<string, string>;
  parameters: { name: string; secure: boolean; scopes: string[] | undefined }[];
  domainWhitelist: string[];
};

/** Reads what is there; what is missing or of another shape is empty, for the package was checked at install. */
export function parseManifest(manifest: unknown): AppManifest {
  const { version, location, parameters, domainWhitelist } = toRecord(manifest);
  return {
    version: typeof version === 'string' ? version : '',
    locations: Object.fromEntries(
      Object.entries(toRecord(toRecord(location).support)).flatMap(([name, page]) => {
        const url = typeof page === 'string' ? page : toRecord(page).url;
        return typeof url === 'string' && url !== '' ? [[name, url]] : [];
      }),
    ),
    parameters: toList(parameters).flatMap((parameter) => {
      const { name, secure, scopes } = toRecord(parameter);
      if (typeof name !== 'string') return [];
      return [
        { name, secure: secure === true, scopes: Array.isArray(scopes) ? scopes.map(String) : undefined },
      ];
    }),
    domainWhitelist: toList(domainWhitelist).map(String),
  };
}

function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function toList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
