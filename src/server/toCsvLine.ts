/** One line of CSV by RFC 4180: a field with a comma, a quote or a line break is quoted, quotes are doubled. */
export function toCsvLine(fields: readonly (string | number | undefined)[]): string {
  return `${fields.map((field) => toField(String(field ?? ''))).join(',')}\r\n`;
}

function toField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
