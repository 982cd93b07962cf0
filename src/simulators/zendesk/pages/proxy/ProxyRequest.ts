import { isRecord } from '../../wire/isRecord';

/** The options of `client.request` that concern the proxy (zendesk.md 2.4). */
export type ProxyRequest = {
  url: string;
  method: string;
  headers: Record<string, string>;
  data: unknown;
  contentType: string | undefined;
  secure: boolean;
  jwt: JwtOptions | undefined;
  timeoutMs: number | undefined;
};

/** `expiry` in seconds. */
export type JwtOptions = {
  algorithm: string;
  secret_key: string;
  expiry: number;
  claims: Record<string, unknown>;
};

/** What the other host answered, or what the proxy says in its place. Header names are in lower case. */
export type ProxyAnswer = {
  status: number;
  statusText: string;
  headers: Record<string, string>;
  body: string;
};

const DEFAULT_EXPIRY_SECONDS = 60;

/** Takes the options as an app sent them; undefined when they name no address. */
export function parseProxyRequest(body: unknown): ProxyRequest | undefined {
  if (!isRecord(body) || typeof body.url !== 'string') return undefined;
  return {
    url: body.url,
    method: String(body.type ?? body.method ?? 'GET').toUpperCase(),
    headers: toHeaders(body.headers),
    data: body.data,
    contentType: typeof body.contentType === 'string' ? body.contentType : undefined,
    secure: body.secure === true,
    jwt: parseJwtOptions(body.jwt),
    timeoutMs: typeof body.timeout === 'number' && body.timeout > 0 ? body.timeout : undefined,
  };
}

function parseJwtOptions(jwt: unknown): JwtOptions | undefined {
  if (!isRecord(jwt)) return undefined;
  return {
    algorithm: String(jwt.algorithm),
    secret_key: String(jwt.secret_key),
    expiry: typeof jwt.expiry === 'number' ? jwt.expiry : DEFAULT_EXPIRY_SECONDS,
    claims: isRecord(jwt.claims) ? jwt.claims : {},
  };
}

function toHeaders(headers: unknown): Record<string, string> {
  if (!isRecord(headers)) return {};
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
