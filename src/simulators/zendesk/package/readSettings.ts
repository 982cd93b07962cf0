import { isRecord } from '../wire/isRecord';

type Parameter = { name: string; isRequired: boolean; isSecure: boolean; default: unknown };

/** The parameters that the manifest declares (zendesk.md 3). */
function readParameters(manifest: unknown): Parameter[] {
  const declared = isRecord(manifest) ? manifest.parameters : undefined;
  return (Array.isArray(declared) ? declared : []).filter(isRecord).map((parameter) => ({
    name: String(parameter.name),
    isRequired: parameter.required === true,
    isSecure: parameter.secure === true,
    default: parameter.default,
  }));
}

/** The settings given over the manifest's defaults; throws a sentence when a required one is missing. */
export function readSettings(manifest: unknown, given: Record<string, unknown>): Record<string, unknown> {
  const settings: Record<string, unknown> = {};
  for (const parameter of readParameters(manifest)) {
    const value = given[parameter.name] ?? parameter.default;
    if (value === undefined && parameter.isRequired) {
      throw new Error(`The app cannot be installed: its setting ${parameter.name} is missing.`);
    }
    if (value !== undefined) settings[parameter.name] = value;
  }
  return settings;
}

/** The settings that may be read: secure ones are only filled in by the proxy (zendesk.md 2.4). */
export function readOpenSettings(
  manifest: unknown,
  settings: Record<string, unknown>,
): Record<string, unknown> {
  const secure = readParameters(manifest).filter((parameter) => parameter.isSecure);
  return Object.fromEntries(
    Object.entries(settings).filter(([name]) => !secure.some((parameter) => parameter.name === name)),
  );
}
