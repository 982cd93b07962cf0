import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from './listFiles.mjs';
import { checkFiles } from './package-rules/checkFiles.mjs';
import { checkManifest } from './package-rules/checkManifest.mjs';
import { checkRequirements } from './package-rules/checkRequirements.mjs';
import { checkTranslation } from './package-rules/checkTranslation.mjs';
import { isRecord } from './package-rules/isRecord.mjs';

/**
 * Every problem of a rendered package, each a sentence that begins with the file; none means that Zendesk's own
 * validator would take it, as far as zendesk.md 3 to 5 tell its rules.
 * @param {string} folder
 * @param {{ webhookSecret?: string }} [options]
 * @returns {string[]}
 */
export function validatePackage(folder, { webhookSecret } = {}) {
  const files = listFiles(folder);
  const problems = checkFiles(folder, files, webhookSecret);
  const manifest = readRecord(folder, 'manifest.json', problems);
  if (manifest) problems.push(...checkManifest(manifest, files));
  const requirements = readRecord(folder, 'requirements.json', problems);
  if (requirements) problems.push(...checkRequirements(requirements));
  const parameters = Array.isArray(manifest?.['parameters']) ? manifest['parameters'] : [];
  const names = parameters.map((parameter) => String(Object(parameter).name));
  for (const path of files.filter((file) => file.startsWith('translations/'))) {
    const translation = readRecord(folder, path, problems);
    if (translation) problems.push(...checkTranslation(path, translation, names));
  }
  return problems;
}

/**
 * @param {string} folder
 * @param {string} path
 * @param {string[]} problems Gets a sentence when the file is no JSON object.
 */
function readRecord(folder, path, problems) {
  try {
    const value = JSON.parse(readFileSync(join(folder, path), 'utf8'));
    if (isRecord(value)) return value;
  } catch {
    // Missing and malformed are the same problem to whoever has to mend it.
  }
  problems.push(`${path} is missing or no JSON object.`);
  return undefined;
}
