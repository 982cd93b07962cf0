import { resolve } from 'node:path';
import * as z from 'zod';

/** Everything the bridge is told by its environment. Nothing else reads it. */
export type Config = Readonly<{
  host: string;
  port: number;
  zendeskUrl: string;
  zendeskClientId: string;
  zendeskClientSecret: string;
  zendeskWebhookSecret: string;
  zendeskTimeoutMs: number;
  billmanagerUrl: string;
  billmanagerAuthinfo: string;
  billmanagerLogin: 'authinfo' | 'session';
  billmanagerTimeoutMs: number;
  /** Undefined: news from billing are not taken. */
  billmanagerWebhookSecret: string | undefined;
  /** Whose certificates are believed, a file; undefined: whom Node believes, or the fingerprint. */
  billmanagerCaFile: string | undefined;
  /** SHA-256 of the one certificate that is believed, capital hex in pairs with colons between. */
  billmanagerFingerprint: string | undefined;
  sidebarSharedSecret: string;
  /** Undefined: the embedded server is started in `dataDir`. */
  databaseUrl: string | undefined;
  dataDir: string;
  policyFile: string | undefined;
  logLevel: 'debug' | 'info' | 'warn' | 'error';
  workerConcurrency: number;
  webhookMaxAgeMs: number;
}>;

/** What a command needs that only works on the database. */
export type DatabaseConfig = Pick<Config, 'databaseUrl' | 'dataDir' | 'logLevel'>;

/** Thrown when the environment or the policy is not usable; `problems` are whole sentences for the operator. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

const text = (wanted: string) => z.string({ error: wanted }).min(1, wanted);
const url = (wanted: string) =>
  z.string({ error: wanted }).refine((value) => /^https?:\/\/[^\s]+$/.test(value), wanted);
const whole = (byDefault: number, min: number, max: number) =>
  z
    .string()
    .default(String(byDefault))
    .refine((value) => /^\d+$/.test(value) && Number(value) >= min && Number(value) <= max, {
      error: `a whole number from ${min} to ${max}`,
    })
    .transform(Number);

const environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: whole(4002, 0, 65_535),
  ZENDESK_URL: url('the address of Zendesk, such as https://example.zendesk.com'),
  ZENDESK_CLIENT_ID: text('the identifier of the OAuth client in Zendesk'),
  ZENDESK_CLIENT_SECRET: text('the secret of the OAuth client in Zendesk'),
  ZENDESK_WEBHOOK_SECRET: text('the signing secret that was written into the app package'),
  ZENDESK_TIMEOUT_MS: whole(10_000, 100, 60_000),
  BILLMANAGER_URL: url('the address of BILLmanager, such as https://bill.example.com:1500'),
  BILLMANAGER_AUTHINFO: z
    .string({ error: 'login and password of the billing service user, as login:password' })
    .refine(
      (value) => /^[^:]+:.+$/s.test(value),
      'login and password of the billing service user, as login:password',
    ),
  BILLMANAGER_LOGIN: z.enum(['authinfo', 'session'], { error: 'authinfo or session' }).default('authinfo'),
  BILLMANAGER_TIMEOUT_MS: whole(25_000, 100, 60_000),
  BILLMANAGER_WEBHOOK_SECRET: z
    .string()
    .min(32, 'at least 32 characters, the same as in the plugin for BILLmanager')
    .optional(),
  BILLMANAGER_CA_FILE: z.string().optional(),
  BILLMANAGER_FINGERPRINT: z
    .string()
    .regex(
      /^[0-9a-f]{2}(:[0-9a-f]{2}){31}$/i,
      'the SHA-256 fingerprint of a certificate, 32 pairs of hex digits with colons between',
    )
    .transform((value) => value.toUpperCase())
    .optional(),
  SIDEBAR_SHARED_SECRET: z
    .string({ error: 'at least 32 characters, the same as the app setting shared_secret' })
    .min(32, 'at least 32 characters, the same as the app setting shared_secret'),
  DATABASE_URL: z
    .string()
    .refine(
      (value) => /^postgres(ql)?:\/\//.test(value),
      'a Postgres address, such as postgres://user@host/name',
    )
    .optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  POLICY_FILE: z.string().min(1).optional(),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error'], { error: 'debug, info, warn or error' })
    .default('info'),
  WORKER_CONCURRENCY: whole(10, 1, 15),
  WEBHOOK_MAX_AGE_SECONDS: whole(900, 60, 86_400),
});

type Given = Partial<Record<keyof z.input<typeof environment>, unknown>>;

/** A certificate can be trusted in one way only, and only where there is one. Looked at whatever else is wrong. */
const bridgeEnvironment = environment
  .refine((given: Given) => !(given.BILLMANAGER_CA_FILE && given.BILLMANAGER_FINGERPRINT), {
    path: ['BILLMANAGER_FINGERPRINT'],
    error: 'to be the only one, without BILLMANAGER_CA_FILE',
    when: () => true,
  })
  .refine(
    (given: Given) =>
      !(given.BILLMANAGER_CA_FILE ?? given.BILLMANAGER_FINGERPRINT) ||
      !/^http:/.test(String(given.BILLMANAGER_URL)),
    {
      path: ['BILLMANAGER_URL'],
      error: 'https, because a certificate is to be checked',
      when: () => true,
    },
  );

/**
 * Reads the bridge's configuration from `env`. An empty variable counts as not set. Throws one `ConfigError` that names
 * every variable with a problem and what it wants; never a value, since it may be a secret.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const values = parseEnvironment(bridgeEnvironment, env);
  return Object.freeze({
    ...toDatabaseConfig(values),
    host: values.HOST,
    port: values.PORT,
    zendeskUrl: values.ZENDESK_URL,
    zendeskClientId: values.ZENDESK_CLIENT_ID,
    zendeskClientSecret: values.ZENDESK_CLIENT_SECRET,
    zendeskWebhookSecret: values.ZENDESK_WEBHOOK_SECRET,
    zendeskTimeoutMs: values.ZENDESK_TIMEOUT_MS,
    billmanagerUrl: values.BILLMANAGER_URL,
    billmanagerAuthinfo: values.BILLMANAGER_AUTHINFO,
    billmanagerLogin: values.BILLMANAGER_LOGIN,
    billmanagerTimeoutMs: values.BILLMANAGER_TIMEOUT_MS,
    billmanagerWebhookSecret: values.BILLMANAGER_WEBHOOK_SECRET,
    billmanagerCaFile:
      values.BILLMANAGER_CA_FILE === undefined ? undefined : resolve(values.BILLMANAGER_CA_FILE),
    billmanagerFingerprint: values.BILLMANAGER_FINGERPRINT,
    sidebarSharedSecret: values.SIDEBAR_SHARED_SECRET,
    policyFile: values.POLICY_FILE === undefined ? undefined : resolve(values.POLICY_FILE),
    workerConcurrency: values.WORKER_CONCURRENCY,
    webhookMaxAgeMs: values.WEBHOOK_MAX_AGE_SECONDS * 1_000,
  });
}

const databaseEnvironment = environment.pick({ DATABASE_URL: true, DATA_DIR: true, LOG_LEVEL: true });

/** As {@link readConfig}, for commands on the host: they need the database, not the secrets of Zendesk and billing. */
export function readDatabaseConfig(env: Record<string, string | undefined>): DatabaseConfig {
  return Object.freeze(toDatabaseConfig(parseEnvironment(databaseEnvironment, env)));
}

function toDatabaseConfig(values: z.infer<typeof databaseEnvironment>): DatabaseConfig {
  return {
    databaseUrl: values.DATABASE_URL,
    dataDir: resolve(values.DATA_DIR),
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
