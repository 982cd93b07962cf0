import { checkLocations } from './checkLocations.mjs';
import { checkParameters } from './checkParameters.mjs';

/** Boolean keys of manifest.json (zendesk.md 3). */
const SWITCHES = ['private', 'signedUrls', 'singleInstall', 'requirementsOnly', 'marketingOnly'];

/**
 * Problems of manifest.json by the rules of Zendesk's validator (zendesk.md 3).
 * @param {Record<string, unknown>} manifest
 * @param {readonly string[]} files All files of the package.
 * @returns {string[]}
 */
export function checkManifest(manifest, files) {
  const problems = [...checkAuthor(manifest['author']), ...checkLocale(manifest['defaultLocale'], files)];
  if (manifest['frameworkVersion'] !== '2.0') problems.push('manifest.json: frameworkVersion must be "2.0".');
  if (!/^\d+\.\d+\.\d+$/.test(String(manifest['version']))) {
    problems.push('manifest.json: version must be three numbers with points.');
  }
  for (const key of SWITCHES) {
    if (key in manifest && typeof manifest[key] !== 'boolean') {
      problems.push(`manifest.json: ${key} must be true or false.`);
    }
  }
  if ('noTemplate' in manifest) problems.push('manifest.json: noTemplate is not for framework 2.0.');
  problems.push(...checkDomains(manifest['domainWhitelist']));
  problems.push(...checkLocations(manifest['location'], files), ...checkParameters(manifest['parameters']));
  return problems;
}

/** @param {unknown} author */
function checkAuthor(author) {
  const { name, email, url } = Object(author);
  const problems = [];
  if (typeof name !== 'string' || name === '') problems.push('manifest.json: author.name is missing.');
  if (typeof email !== 'string' || !email.includes('@'))
    problems.push('manifest.json: author.email is missing.');
  if (url !== undefined && !/^https?:\/\//.test(String(url))) {
    problems.push('manifest.json: author.url must be an http address.');
  }
  return problems;
}

/**
 * @param {unknown} locale
 * @param {readonly string[]} files
 */
function checkLocale(locale, files) {
  if (typeof locale !== 'string' || !/^[a-z]{2,3}(-\w{2,3})?$/.test(locale)) {
    return ['manifest.json: defaultLocale must be a language such as "en".'];
  }
  if (files.includes(`translations/${locale}.json`)) return [];
  return [`manifest.json: translations/${locale}.json of the defaultLocale is missing.`];
}

/** @param {unknown} domains */
function checkDomains(domains) {
  if (domains === undefined) return [];
  if (!Array.isArray(domains)) return ['manifest.json: domainWhitelist must be a list.'];
  return domains
    .filter((domain) => typeof domain !== 'string' || !/^[a-z0-9.-]+(:\d+)?$/i.test(domain))
    .map((domain) => `manifest.json: ${JSON.stringify(domain)} in domainWhitelist is no host.`);
}
