/** What the simulator needs of an app's package; settings are what an admin would type at install. */
export type AppPackage = {
  /** manifest.json as it stands. */
  manifest: unknown;
  /** requirements.json as it stands; undefined when the package has none. */
  requirements: unknown;
  settings: Record<string, unknown>;
};
