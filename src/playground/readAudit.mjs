/**
 * What `npm audit --json` answered: the packages with a known hole and how bad it is; undefined when the registry did not say.
 * @typedef {{ name: string, severity: string }} Hole
 * @param {string} output
 * @returns {Hole[] | undefined}
 */
export function readAudit(output) {
  const report = parse(output);
  const found = report?.['vulnerabilities'];
  if (report?.['auditReportVersion'] !== 2 || typeof found !== 'object' || found === null) return undefined;
  return Object.values(found).map(({ name, severity }) => ({
    name: String(name),
    severity: String(severity),
  }));
}

/**
 * @param {string} output Warnings of npm may stand before the report.
 * @returns {Record<string, unknown> | undefined}
 */
function parse(output) {
  try {
    return JSON.parse(output.slice(output.indexOf('{')));
  } catch {
    return undefined;
  }
}
