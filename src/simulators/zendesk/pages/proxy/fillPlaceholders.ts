import type { AppManifest } from '../parseManifest';

/** The places of a request where a secure setting may stand, by the words of the manifest (zendesk.md 3, `scopes`). */
export type PlaceholderScope = 'header' | 'body' | 'url' | 'jwt_secret_key' | 'jwt_claim';

/** Puts values in the place of `{{setting.x}}` in a text that stands in this scope. */
export type FillPlaceholders = (text: string, scope: PlaceholderScope) => string;

const PLACEHOLDER = /\{\{\s*setting\.([\w-]+)\s*\}\}/g;

/**
 * Promises a function that fills in settings. A secure one goes only where its `scopes` allow, and anywhere when the
 * manifest gives it none; elsewhere, as with a name that is not known, the placeholder stays as it stands.
 */
export function buildFillPlaceholders(
  parameters: AppManifest['parameters'],
  settings: Record<string, unknown>,
): FillPlaceholders {
  const byName = new Map(parameters.map((parameter) => [parameter.name, parameter]));
  return (text, scope) =>
    text.replace(PLACEHOLDER, (placeholder, name: string) => {
      const parameter = byName.get(name);
      const value = Object.hasOwn(settings, name) ? settings[name] : undefined;
      if (parameter === undefined || value === undefined || value === null) return placeholder;
      const isAllowed = !parameter.secure || (parameter.scopes?.includes(scope) ?? true);
      return isAllowed ? String(value) : placeholder;
    });
}
