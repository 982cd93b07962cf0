import { isIP } from 'node:net';
import * as z from 'zod';

const text = (wanted: string) => z.string({ error: wanted }).min(1, wanted);
const url = (wanted: string) =>
  z.string({ error: wanted }).refine((value) => /^https?:\/\/[^\s]+$/.test(value), wanted);
const wholeIfGiven = (min: number, max: number) =>
  z
    .string()
    .refine((value) => /^\d+$/.test(value) && Number(value) >= min && Number(value) <= max, {
      error: `a whole number from ${min} to ${max}`,
    })
    .transform(Number);
const whole = (byDefault: number, min: number, max: number) => wholeIfGiven(min, max).default(byDefault);

const origins = 'origins of the help center with commas between, such as https://support.example.com';
const sharedSecret = (wanted: string) => z.string({ error: wanted }).min(32, wanted);
const pushSecret = z
  .string()
  .refine(
    (value) => Buffer.byteLength(value) >= 32 && Buffer.byteLength(value) <= 64,
    '32 to 64 bytes, the same as in the plugin for BILLmanager',
  );
const proxies =
  'addresses or networks of proxies with commas between, such as 10.0.0.5,192.168.0.0/16, or loopback, linklocal, uniquelocal';
const isProxy = (text: string) => {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  return version > 0 && more.length === 0 && (bits === undefined || isBits(bits, version === 4 ? 32 : 128));
};
const isBits = (text: string, max: number) =>
  /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= max;
const isOrigin = (text: string) =>
  URL.canParse(text) && new URL(text).origin === text && /^https?:/.test(text);

/** Every variable that the bridge reads; what is wrong with one says what it wants. */
export const environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: whole(4002, 0, 65_535),
  TRUST_PROXY: z
    .string()
    .default('')
    .transform((value) => (value === '' ? [] : value.split(',').map((each) => each.trim())))
    .refine((values) => values.length <= 100 && values.every(isProxy), proxies),
  ZENDESK_URL: url('the address of Zendesk, such as https://example.zendesk.com'),
  ZENDESK_CLIENT_ID: text('the identifier of the OAuth client in Zendesk'),
  ZENDESK_CLIENT_SECRET: text('the secret of the OAuth client in Zendesk'),
  ZENDESK_WEBHOOK_SECRET: text('the signing secret that was written into the app package'),
  ZENDESK_WEBHOOK_SECRET_OLD: z.string().optional(),
  ZENDESK_TIMEOUT_MS: whole(10_000, 100, 60_000),
  BRIDGE_URL: url(
    'the address under which Zendesk reaches the bridge, such as https://credits.example.com',
  ).optional(),
  HELP_CENTER_ORIGINS: z
    .string()
    .transform((value) => value.split(',').map((origin) => origin.trim()))
    .refine((values) => values.length <= 20 && values.every(isOrigin), origins)
    .optional(),
  HELP_CENTER_AUDIENCE: z.string().min(1).optional(),
  BILLMANAGER_URL: url('the address of BILLmanager, such as https://bill.example.com:1500'),
  BILLMANAGER_AUTHINFO: z
    .string({ error: 'login and password of the billing service user, as login:password' })
    .refine(
      (value) => /^[^:]+:.+$/s.test(value),
      'login and password of the billing service user, as login:password',
    ),
  BILLMANAGER_LOGIN: z.enum(['authinfo', 'session'], { error: 'authinfo or session' }).default('authinfo'),
  BILLMANAGER_TIMEOUT_MS: whole(25_000, 100, 60_000),
  BILLMANAGER_WEBHOOK_SECRET: pushSecret.optional(),
  BILLMANAGER_WEBHOOK_SECRET_OLD: pushSecret.optional(),
  BILLMANAGER_CA_FILE: z.string().optional(),
  BILLMANAGER_FINGERPRINT: z
    .string()
    .regex(
      /^[0-9a-f]{2}(:[0-9a-f]{2}){31}$/i,
      'the SHA-256 fingerprint of a certificate, 32 pairs of hex digits with colons between',
    )
    .transform((value) => value.toUpperCase())
    .optional(),
  SIDEBAR_SHARED_SECRET: sharedSecret('at least 32 characters, the same as the app setting shared_secret'),
  SIDEBAR_SHARED_SECRET_OLD: sharedSecret(
    'at least 32 characters, what the app setting shared_secret was before',
  ).optional(),
  DATABASE_URL: z
    .string()
    .refine(
      (value) => /^postgres(ql)?:\/\//.test(value),
      'a Postgres address, such as postgres://user@host/name',
    )
    .optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  METRICS_PORT: wholeIfGiven(0, 65_535).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: url(
    'the address of a collector for traces, such as http://localhost:4318',
  ).optional(),
  OTEL_SERVICE_NAME: z.string().min(1).default('support-credits'),
  MODE: z.enum(['live', 'shadow'], { error: 'live or shadow' }).default('live'),
  SHADOW_STAFF_FIELD: z
    .string()
    .regex(/^\d{1,20}$/, 'the id of the ticket field in which staff note that a credit was taken')
    .optional(),
  SHADOW_STAFF_CHARGED: z.string().min(1).optional(),
  SHADOW_NATIVE_COUNT: z
    .string()
    .regex(
      /^[a-z_]+\.[a-z0-9_]+$/,
      'a list of BILLmanager and its column with the count of incidents, such as subaccount.incident_count',
    )
    .optional(),
  POLICY_FILE: z.string().min(1).optional(),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error'], { error: 'debug, info, warn or error' })
    .default('info'),
  ZENDESK_TICKET_UPDATES_PER_MINUTE: whole(100, 5, 100_000),
  WORKER_CONCURRENCY: whole(10, 1, 15),
  WEBHOOK_MAX_AGE_SECONDS: whole(900, 60, 86_400),
});

type Given = Partial<Record<keyof z.input<typeof environment>, unknown>>;

/** A certificate can be trusted in one way only, and only where there is one. Looked at whatever else is wrong. */
export const withOneTrust = <Schema extends z.ZodType>(schema: Schema): Schema =>
  schema
    .refine((given) => !((given as Given).BILLMANAGER_CA_FILE && (given as Given).BILLMANAGER_FINGERPRINT), {
      path: ['BILLMANAGER_FINGERPRINT'],
      error: 'to be the only one, without BILLMANAGER_CA_FILE',
      when: () => true,
    })
    .refine(
      (given) =>
        !((given as Given).BILLMANAGER_CA_FILE ?? (given as Given).BILLMANAGER_FINGERPRINT) ||
        !/^http:/.test(String((given as Given).BILLMANAGER_URL)),
      {
        path: ['BILLMANAGER_URL'],
        error: 'https, because a certificate is to be checked',
        when: () => true,
      },
    );

/** The secrets of which two can be valid at once; the old one of each is named with `_OLD` behind. */
const ROTATED = ['ZENDESK_WEBHOOK_SECRET', 'SIDEBAR_SHARED_SECRET', 'BILLMANAGER_WEBHOOK_SECRET'] as const;

/** An old secret stands beside a new one that differs; else nothing was replaced. Looked at whatever else is wrong. */
export const withOldSecrets = <Schema extends z.ZodType>(schema: Schema): Schema =>
  ROTATED.reduce(
    (all, name) =>
      all.refine(
        (given) => {
          const { [name]: secret, [`${name}_OLD` as const]: old } = given as Given;
          return old === undefined || (secret !== undefined && secret !== old);
        },
        {
          path: [`${name}_OLD`],
          error: `to be what ${name} was before, beside another value of ${name}`,
          when: () => true,
        },
      ),
    schema,
  );
