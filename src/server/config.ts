import { resolve } from 'node:path';
import type * as z from 'zod';
import { environment, withOldSecrets, withOneTrust } from './environment';

/** Everything the bridge is told by its environment. Nothing else reads it. */
export type Config = Readonly<{
  host: string;
  port: number;
  /** Proxies whose word for the address of a caller is taken: addresses, networks, or names of such. */
  trustedProxies: readonly string[];
  zendeskUrl: string;
  zendeskClientId: string;
  zendeskClientSecret: string;
  /** The one in use, and behind it the one before it while both are believed; so for all secrets in a list. */
  zendeskWebhookSecrets: readonly string[];
  zendeskTimeoutMs: number;
  zendeskTicketUpdatesPerMinute: number;
  /** Where Zendesk reaches the bridge; undefined: not told, and only the setup asks. */
  bridgeUrl: string | undefined;
  billmanagerUrl: string;
  billmanagerAuthinfo: string;
  billmanagerLogin: 'authinfo' | 'session';
  billmanagerTimeoutMs: number;
  /** None: news from billing are not taken. */
  billmanagerWebhookSecrets: readonly string[];
  /** Whose certificates are believed, a file; undefined: whom Node believes, or the fingerprint. */
  billmanagerCaFile: string | undefined;
  /** SHA-256 of the one certificate that is believed, capital hex in pairs with colons between. */
  billmanagerFingerprint: string | undefined;
  sidebarSharedSecrets: readonly string[];
  /** Whose pages may show clients their credits. */
  helpCenterOrigins: readonly string[];
  /** Whom tokens of the help center name as their reader; undefined: nobody. */
  helpCenterAudience: string | undefined;
  metricsHost: string;
  /** Undefined: no metrics are kept. */
  metricsPort: number | undefined;
  /** Where traces are sent; undefined: none are kept. */
  traceEndpoint: string | undefined;
  /** What the bridge is called in traces. */
  serviceName: string;
  /** Undefined: the embedded server is started in `dataDir`. */
  databaseUrl: string | undefined;
  dataDir: string;
  /** In shadow nothing is written to Zendesk, and the ledger is one of its own. */
  mode: 'live' | 'shadow';
  /** The ticket field in which staff note that a credit was taken; undefined: they note it nowhere. */
  staffFieldId: string | undefined;
  /** Its values that mean so; undefined: every value but none, `false`, `no` and `0`. */
  staffChargedValues: readonly string[] | undefined;
  /** Where billing shows its own count of incidents, for the comparison of shadow mode; undefined: it is not asked. */
  nativePlace: { list: string; column: string } | undefined;
  policyFile: string | undefined;
  logLevel: 'debug' | 'info' | 'warn' | 'error';
  workerConcurrency: number;
  webhookMaxAgeMs: number;
}>;

/** What a command needs that only asks billing. */
export type BillingConfig = Pick<
  Config,
  | 'billmanagerUrl'
  | 'billmanagerAuthinfo'
  | 'billmanagerLogin'
  | 'billmanagerTimeoutMs'
  | 'billmanagerCaFile'
  | 'billmanagerFingerprint'
  | 'policyFile'
>;

/** What is needed to ask Zendesk. */
export type ZendeskConfig = Pick<
  Config,
  | 'zendeskUrl'
  | 'zendeskClientId'
  | 'zendeskClientSecret'
  | 'zendeskTimeoutMs'
  | 'zendeskTicketUpdatesPerMinute'
>;

/** What a command needs that only looks at how Zendesk is set up. */
export type ZendeskSetupConfig = ZendeskConfig & Pick<Config, 'bridgeUrl' | 'policyFile'>;

/** What a command needs that only works on the database. */
export type DatabaseConfig = Pick<Config, 'databaseUrl' | 'dataDir' | 'mode' | 'logLevel'>;

/** What the comparison of shadow mode needs. */
export type ShadowConfig = ZendeskConfig &
  DatabaseConfig &
  Pick<Config, 'staffFieldId' | 'staffChargedValues' | 'nativePlace'>;

/** Thrown when the environment or the policy is not usable; `problems` are whole sentences for the operator. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/**
 * Reads the bridge's configuration from `env`. An empty variable counts as not set. Throws one `ConfigError` that names
 * every variable with a problem and what it wants; never a value, since it may be a secret.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const values = parseEnvironment(withOldSecrets(withOneTrust(environment)), env);
  return Object.freeze({
    ...toDatabaseConfig(values),
    ...toStaffConfig(values),
    host: values.HOST,
    port: values.PORT,
    metricsHost: values.METRICS_HOST,
    metricsPort: values.METRICS_PORT,
    traceEndpoint: values.OTEL_EXPORTER_OTLP_ENDPOINT,
    serviceName: values.OTEL_SERVICE_NAME,
    trustedProxies: values.TRUST_PROXY,
    ...toZendeskConfig(values),
    bridgeUrl: values.BRIDGE_URL,
    zendeskWebhookSecrets: toSecrets(values.ZENDESK_WEBHOOK_SECRET, values.ZENDESK_WEBHOOK_SECRET_OLD),
    ...toBillingConfig(values),
    billmanagerWebhookSecrets: toSecrets(
      values.BILLMANAGER_WEBHOOK_SECRET,
      values.BILLMANAGER_WEBHOOK_SECRET_OLD,
    ),
    sidebarSharedSecrets: toSecrets(values.SIDEBAR_SHARED_SECRET, values.SIDEBAR_SHARED_SECRET_OLD),
    helpCenterOrigins: values.HELP_CENTER_ORIGINS ?? toOrigins(values.ZENDESK_URL),
    helpCenterAudience: values.HELP_CENTER_AUDIENCE,
    workerConcurrency: values.WORKER_CONCURRENCY,
    webhookMaxAgeMs: values.WEBHOOK_MAX_AGE_SECONDS * 1_000,
  });
}

const databaseEnvironment = environment.pick({
  DATABASE_URL: true,
  DATA_DIR: true,
  MODE: true,
  LOG_LEVEL: true,
});

/** As {@link readConfig}, for commands on the host: they need the database, not the secrets of Zendesk and billing. */
export function readDatabaseConfig(env: Record<string, string | undefined>): DatabaseConfig {
  return Object.freeze(toDatabaseConfig(parseEnvironment(databaseEnvironment, env)));
}

const zendeskEnvironment = environment.pick({
  ZENDESK_URL: true,
  ZENDESK_CLIENT_ID: true,
  ZENDESK_CLIENT_SECRET: true,
  ZENDESK_TIMEOUT_MS: true,
  ZENDESK_TICKET_UPDATES_PER_MINUTE: true,
});

/** As {@link readConfig}, for commands that ask Zendesk and work on the database, without the bridge's other secrets. */
export function readSweepConfig(env: Record<string, string | undefined>): ZendeskConfig & DatabaseConfig {
  const values = parseEnvironment(zendeskEnvironment.extend(databaseEnvironment.shape), env);
  return Object.freeze({ ...toZendeskConfig(values), ...toDatabaseConfig(values) });
}

const shadowEnvironment = zendeskEnvironment
  .extend(databaseEnvironment.shape)
  .extend(
    environment.pick({ SHADOW_STAFF_FIELD: true, SHADOW_STAFF_CHARGED: true, SHADOW_NATIVE_COUNT: true })
      .shape,
  );

/** As {@link readConfig}, for the comparison of shadow mode with what staff noted. */
export function readShadowConfig(env: Record<string, string | undefined>): ShadowConfig {
  const values = parseEnvironment(shadowEnvironment, env);
  return Object.freeze({
    ...toZendeskConfig(values),
    ...toDatabaseConfig(values),
    ...toStaffConfig(values),
  });
}

const setupEnvironment = zendeskEnvironment.extend(
  environment.pick({ BRIDGE_URL: true, POLICY_FILE: true }).shape,
);

/** As {@link readConfig}, for the command that looks at Zendesk: neither billing nor the database have to be there yet. */
export function readZendeskSetupConfig(env: Record<string, string | undefined>): ZendeskSetupConfig {
  const values = parseEnvironment(setupEnvironment, env);
  return Object.freeze({
    ...toZendeskConfig(values),
    bridgeUrl: values.BRIDGE_URL,
    policyFile: toPolicyFile(values.POLICY_FILE),
  });
}

const billingEnvironment = environment.pick({
  BILLMANAGER_URL: true,
  BILLMANAGER_AUTHINFO: true,
  BILLMANAGER_LOGIN: true,
  BILLMANAGER_TIMEOUT_MS: true,
  BILLMANAGER_CA_FILE: true,
  BILLMANAGER_FINGERPRINT: true,
  POLICY_FILE: true,
});

/** As {@link readConfig}, for the command that tries the connection to billing: nothing else has to be set up yet. */
export function readBillingConfig(env: Record<string, string | undefined>): BillingConfig {
  return Object.freeze(toBillingConfig(parseEnvironment(withOneTrust(billingEnvironment), env)));
}

function toZendeskConfig(values: z.infer<typeof zendeskEnvironment>): ZendeskConfig {
  return {
    zendeskUrl: values.ZENDESK_URL,
    zendeskClientId: values.ZENDESK_CLIENT_ID,
    zendeskClientSecret: values.ZENDESK_CLIENT_SECRET,
    zendeskTimeoutMs: values.ZENDESK_TIMEOUT_MS,
    zendeskTicketUpdatesPerMinute: values.ZENDESK_TICKET_UPDATES_PER_MINUTE,
  };
}

function toBillingConfig(values: z.infer<typeof billingEnvironment>): BillingConfig {
  return {
    billmanagerUrl: values.BILLMANAGER_URL,
    billmanagerAuthinfo: values.BILLMANAGER_AUTHINFO,
    billmanagerLogin: values.BILLMANAGER_LOGIN,
    billmanagerTimeoutMs: values.BILLMANAGER_TIMEOUT_MS,
    billmanagerCaFile:
      values.BILLMANAGER_CA_FILE === undefined ? undefined : resolve(values.BILLMANAGER_CA_FILE),
    billmanagerFingerprint: values.BILLMANAGER_FINGERPRINT,
    policyFile: toPolicyFile(values.POLICY_FILE),
  };
}

function toStaffConfig(
  values: Pick<
    z.infer<typeof environment>,
    'SHADOW_STAFF_FIELD' | 'SHADOW_STAFF_CHARGED' | 'SHADOW_NATIVE_COUNT'
  >,
): Pick<Config, 'staffFieldId' | 'staffChargedValues' | 'nativePlace'> {
  return {
    staffFieldId: values.SHADOW_STAFF_FIELD,
    staffChargedValues: values.SHADOW_STAFF_CHARGED?.split(',').map((value) => value.trim()),
    nativePlace: toNativePlace(values.SHADOW_NATIVE_COUNT),
  };
}

/** The one in use first. */
function toSecrets(...secrets: (string | undefined)[]): string[] {
  return secrets.filter((secret) => secret !== undefined);
}

/** Without an address of its own the help center lies at that of the account. */
function toOrigins(zendeskUrl: string): string[] {
  return URL.canParse(zendeskUrl) ? [new URL(zendeskUrl).origin] : [];
}

function toNativePlace(place: string | undefined): Config['nativePlace'] {
  const [list, column] = place?.split('.') ?? [];
  return list === undefined || column === undefined ? undefined : { list, column };
}

function toPolicyFile(path: string | undefined): string | undefined {
  return path === undefined ? undefined : resolve(path);
}

function toDatabaseConfig(values: z.infer<typeof databaseEnvironment>): DatabaseConfig {
  return {
    databaseUrl: values.DATABASE_URL,
    dataDir: resolve(values.DATA_DIR),
    mode: values.MODE,
    logLevel: values.LOG_LEVEL,
  };
}

function parseEnvironment<Values>(
  schema: z.ZodType<Values>,
  env: Record<string, string | undefined>,
): Values {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')} wants ${issue.message}.`),
    );
  }
  return parsed.data;
}
