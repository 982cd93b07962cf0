/** Which object an entry of requirements.json became. */
export type SimRequirement = {
  identifier: string;
  requirement_id: number | string;
  requirement_type: string;
  created_at: string;
  updated_at: string;
};

/** The installed app. `manifest` is the package's manifest.json as it stands. */
export type SimInstallation = {
  appId: number;
  installationId: number;
  name: string;
  manifest: unknown;
  settings: Record<string, unknown>;
  requirements: SimRequirement[];
  created_at: string;
  updated_at: string;
};
