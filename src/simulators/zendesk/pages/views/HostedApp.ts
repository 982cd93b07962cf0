import type { PagesDeps } from '../../pagesPort';
import { parseManifest } from '../parseManifest';

/** The installed app as the browser may know it: without the values of secure settings. */
export type HostedApp = {
  appId: number;
  installationId: number;
  name: string;
  version: string;
  settings: Record<string, unknown>;
  requirements: { identifier: string; requirement_id: number | string; requirement_type: string }[];
  /** Addresses of the app's pages in Support, by location. */
  locations: Record<string, string>;
};

/** The installed app, or undefined when there is none. */
export function readHostedApp({ installation, assetsUrl }: PagesDeps): HostedApp | undefined {
  const installed = installation();
  if (installed === undefined) return undefined;
  const manifest = parseManifest(installed.manifest);
  const secret = new Set(manifest.parameters.filter(({ secure }) => secure).map(({ name }) => name));
  return {
    appId: installed.appId,
    installationId: installed.installationId,
    name: installed.name,
    version: manifest.version,
    settings: Object.fromEntries(Object.entries(installed.settings).filter(([name]) => !secret.has(name))),
    requirements: installed.requirements.map(({ identifier, requirement_id, requirement_type }) => ({
      identifier,
      requirement_id,
      requirement_type,
    })),
    locations: Object.fromEntries(
      Object.entries(manifest.locations).map(([name, url]) => [name, new URL(url, assetsUrl()).href]),
    ),
  };
}
