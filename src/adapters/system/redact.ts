const SECRET_NAMES =
  /authorization|authinfo|secret|token|passw|cookie|e-?mail|connectionstring|database_?url/i;
const EMAIL = /[^\s@<>"']+@[^\s@<>"']+\.[^\s@<>"',;)]+/g;
const URL_LOGIN = /\/\/[^/\s:@]+:[^/\s@]+@/g;
const MAX_DEPTH = 6;

/**
 * Second line of defence of the log: values under names that mean a secret or an e-mail are replaced at any depth, and
 * e-mails and logins inside any text. An error keeps its name and code only: its message may repeat what it was given.
 */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string')
    return value.replace(URL_LOGIN, '//[redacted]@').replace(EMAIL, '[redacted]');
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (depth >= MAX_DEPTH) return '[too deep]';
  if (value instanceof Error) return { name: value.name, ...('code' in value ? { code: value.code } : {}) };
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => [
      name,
      SECRET_NAMES.test(name) && held !== undefined ? '[redacted]' : redact(held, depth + 1),
    ]),
  );
}
