/** The content type of a body that is an object, as jQuery sends it, whatever content type the caller names. */
export const FORM_CONTENT_TYPE = 'application/x-www-form-urlencoded; charset=UTF-8';

/**
 * The body for the `data` of `client.request`: text goes as it is; an object goes as a form, nested names in brackets
 * (`a[b]=1`, `a[]=1`), for the host hands it to jQuery, which never makes JSON of it by itself.
 */
export function toRequestBody(data: unknown): string | undefined {
  if (data === undefined || data === null) return undefined;
  if (typeof data !== 'object') return String(data);
  const pairs = Object.entries(data).flatMap(([name, value]) => toPairs(name, value));
  return new URLSearchParams(pairs).toString();
}

function toPairs(name: string, value: unknown): [string, string][] {
  if (Array.isArray(value)) return value.flatMap((one: unknown) => toPairs(`${name}[]`, one));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, one]) => toPairs(`${name}[${key}]`, one));
  }
  return [[name, value === undefined || value === null ? '' : String(value)]];
}
