/** What the playground tells its simulators; a simulator that is not to run is absent. */
export type SimulatorsConfig = {
  dataDir: string;
  zendesk?: {
    port: number;
    assetsPort: number;
    appPackageDir: string;
    appSettings: Record<string, unknown>;
    /** A script in the theme of the help center. */
    themeScript?: string;
    oauthClient: { id: string; secret: string };
  };
  billmanager?: { port: number };
};

type Environment = Record<string, string | undefined>;
type Reader = {
  text(name: string): string;
  port(name: string, byDefault: number): number;
  problems: string[];
};

/**
 * Reads the environment handed in. Returns the configuration, or every problem at once, each a sentence that names
 * the variable and what it wants.
 */
export function readSimulatorsConfig(
  env: Environment,
): { ok: true; config: SimulatorsConfig } | { ok: false; problems: string[] } {
  const reader = buildReader(env);
  const config: SimulatorsConfig = { dataDir: env['DATA_DIR'] ?? '.data' };
  if (env['RUN_ZENDESK_SIM'] !== '0') {
    const themeScript = env['HELP_CENTER_SCRIPT'] ?? '';
    config.zendesk = {
      port: reader.port('ZENDESK_SIM_PORT', 4000),
      assetsPort: reader.port('APP_ASSETS_PORT', 4003),
      appPackageDir: reader.text('APP_PACKAGE_DIR'),
      appSettings: readSettings(env['APP_SETTINGS'], reader.problems),
      ...(themeScript === '' ? {} : { themeScript }),
      oauthClient: { id: reader.text('ZENDESK_CLIENT_ID'), secret: reader.text('ZENDESK_CLIENT_SECRET') },
    };
  }
  if (env['RUN_BILLMANAGER_SIM'] !== '0') {
    config.billmanager = { port: reader.port('BILLMANAGER_SIM_PORT', 4001) };
  }
  const { problems } = reader;
  return problems.length > 0 ? { ok: false, problems } : { ok: true, config };
}

function buildReader(env: Environment): Reader {
  const problems: string[] = [];
  return {
    problems,
    text: (name) => {
      const value = env[name] ?? '';
      if (value === '') problems.push(`${name} is missing; the Zendesk simulator needs it.`);
      return value;
    },
    port: (name, byDefault) => {
      const value = env[name] ?? '';
      const port = value === '' ? byDefault : Number(value);
      const isPort = Number.isInteger(port) && port >= 0 && port <= 65_535;
      if (!isPort) problems.push(`${name} wants a port from 0 to 65535, 0 for any free one.`);
      return port;
    },
  };
}

function readSettings(text: string | undefined, problems: string[]): Record<string, unknown> {
  if (text === undefined || text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // Not JSON is the same problem as JSON of another shape; it is said below.
  }
  problems.push('APP_SETTINGS wants a JSON object of app settings.');
  return {};
}
