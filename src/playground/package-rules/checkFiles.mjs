import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What Zendesk refuses in a package (zendesk.md 3), and source maps, which would publish the sources. */
const REFUSED = /\.(rar|zip|gz|pdf|docx?|avi|bin|bz2?|csh|sh|jar|mp3|mpeg|od[tp]|pptx?|xlsx?|7z|map)$/i;

/** Files whose text may hold one of our placeholders. */
const TEXTS = /\.(json|html|svg)$/;

/** Where a secret belongs: in the webhook of the requirements, and nowhere else. */
const SECRET_FILE = 'requirements.json';

/**
 * Problems of the files as such.
 * @param {string} folder
 * @param {readonly string[]} files
 * @param {string | undefined} webhookSecret Looked for in every file, when it is known.
 * @returns {string[]}
 */
export function checkFiles(folder, files, webhookSecret) {
  const problems = [];
  for (const path of files) {
    if (lstatSync(join(folder, path)).isSymbolicLink()) {
      problems.push(`${path} is a symbolic link.`);
      continue;
    }
    if (!/^(manifest\.json|requirements\.json|assets\/.+|translations\/[\w-]+\.json)$/.test(path)) {
      problems.push(`${path} does not belong in a package.`);
    }
    if (REFUSED.test(path)) problems.push(`${path} is of a kind that may not be in a package.`);
    const content = readFileSync(join(folder, path));
    const placeholder = TEXTS.test(path) ? /__[A-Z]+(?:_[A-Z]+)*__/.exec(content.toString('utf8')) : null;
    if (placeholder) problems.push(`${path}: ${placeholder[0]} was not filled in.`);
    if (webhookSecret && path !== SECRET_FILE && content.includes(webhookSecret)) {
      problems.push(`${path} holds the webhook secret.`);
    }
  }
  return problems;
}
