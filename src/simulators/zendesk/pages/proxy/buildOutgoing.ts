import type { AppManifest } from '../parseManifest';
import { FORM_CONTENT_TYPE, toRequestBody } from '../requestBody';
import { buildFillPlaceholders } from './fillPlaceholders';
import type { FillPlaceholders } from './fillPlaceholders';
import type { JwtOptions, ProxyRequest } from './ProxyRequest';
import { signJwt } from './signJwt';

/** A request that may leave: every placeholder that may be filled in is. */
export type Outgoing = {
  url: URL;
  method: string;
  headers: Record<string, string>;
  body: string | undefined;
};

/** Why a request may not leave; a sentence for whoever writes the app. */
export type Refusal = { refused: string };

export type InstalledApp = { manifest: AppManifest; settings: Record<string, unknown> };

/**
 * Decides what leaves the proxy (zendesk.md 2.4 and 12). With `secure`, settings are filled in where their scopes
 * allow, a `jwt` is signed and put where `{{jwt.token}}` stands, and the host has to be in the manifest's
 * domainWhitelist; without it, placeholders stay as they stand.
 */
export function buildOutgoing(request: ProxyRequest, app: InstalledApp, now: Date): Outgoing | Refusal {
  const { manifest, settings } = app;
  if (request.jwt !== undefined && request.jwt.algorithm !== 'HS256') {
    return { refused: `The algorithm ${request.jwt.algorithm} is not supported.` };
  }
  const fill: FillPlaceholders = request.secure
    ? withToken(buildFillPlaceholders(manifest.parameters, settings), request.jwt, now)
    : (text) => text;

  const url = toUrl(fill(request.url, 'url'));
  if (url === null || !/^https?:$/.test(url.protocol)) return { refused: 'This is not an http address.' };
  if (request.secure && !isListed(url, manifest.domainWhitelist)) {
    return { refused: `${url.host} is not in the domainWhitelist of the app's manifest.` };
  }
  return { url, method: request.method, ...fillContent(request, url, fill) };
}

/** In a GET the data goes to the address, as jQuery does it. */
function fillContent(
  request: ProxyRequest,
  url: URL,
  fill: FillPlaceholders,
): Pick<Outgoing, 'headers' | 'body'> {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), fill(value, 'header')]),
  );
  const body = toRequestBody(fillEverywhere(request.data, (text) => fill(text, 'body')));
  if (body === undefined) return { headers, body };
  if (request.method === 'GET' || request.method === 'HEAD') {
    url.search += (url.search === '' ? '?' : '&') + body;
    return { headers, body: undefined };
  }
  headers['content-type'] ??= request.contentType ?? FORM_CONTENT_TYPE;
  return { headers, body };
}

function withToken(fill: FillPlaceholders, jwt: JwtOptions | undefined, now: Date): FillPlaceholders {
  if (jwt === undefined) return fill;
  const claims = fillEverywhere(jwt.claims, (text) => fill(text, 'jwt_claim')) as Record<string, unknown>;
  const token = signJwt(claims, fill(jwt.secret_key, 'jwt_secret_key'), jwt.expiry, now);
  return (text, scope) => fill(text, scope).replaceAll(/\{\{\s*jwt\.token\s*\}\}/g, () => token);
}

/** An entry names a host with or without its port. */
function isListed(url: URL, domainWhitelist: string[]): boolean {
  return domainWhitelist.some((domain) => [url.host, url.hostname].includes(domain.toLowerCase()));
}

function fillEverywhere(value: unknown, fill: (text: string) => string): unknown {
  if (typeof value === 'string') return fill(value);
  if (Array.isArray(value)) return value.map((one) => fillEverywhere(one, fill));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fillEverywhere(one, fill)]));
}

function toUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
