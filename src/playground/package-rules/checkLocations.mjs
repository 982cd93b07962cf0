import { isRecord } from './isRecord.mjs';

const SUPPORT_LOCATIONS = [
  'top_bar',
  'nav_bar',
  'ticket_sidebar',
  'new_ticket_sidebar',
  'user_sidebar',
  'organization_sidebar',
  'background',
  'modal',
  'ticket_editor',
  'system_top_bar',
];

/** Locations that show an icon of their own. */
const WITH_ICON = ['nav_bar', 'top_bar', 'ticket_editor'];

/** The logos that the listing shows (zendesk.md 3). */
const LOGOS = ['assets/logo.png', 'assets/logo-small.png'];

/**
 * Problems of `location` and of the files it needs (zendesk.md 3).
 * @param {unknown} location
 * @param {readonly string[]} files
 * @returns {string[]}
 */
export function checkLocations(location, files) {
  if (!isRecord(location) || !isRecord(location['support'])) {
    return ['manifest.json: location.support is missing.'];
  }
  const problems = LOGOS.filter((path) => !files.includes(path)).map((path) => `${path} is missing.`);
  for (const [name, place] of Object.entries(location['support'])) {
    if (!SUPPORT_LOCATIONS.includes(name)) problems.push(`manifest.json: there is no location ${name}.`);
    problems.push(...checkPlace(name, place, files));
  }
  return problems;
}

/**
 * @param {string} name
 * @param {unknown} place
 * @param {readonly string[]} files
 */
function checkPlace(name, place, files) {
  const { url, autoLoad } = isRecord(place) ? place : { url: place, autoLoad: true };
  const problems = [];
  if (WITH_ICON.includes(name) && !files.includes(`assets/icon_${name}.svg`)) {
    problems.push(`assets/icon_${name}.svg is missing.`);
  }
  if (url === undefined || url === '') {
    if (autoLoad !== false) problems.push(`manifest.json: ${name} has no url.`);
  } else if (typeof url !== 'string' || !isReachable(url, files)) {
    problems.push(`manifest.json: ${name} points to ${String(url)}, which is not in the package.`);
  }
  return problems;
}

/**
 * @param {string} url
 * @param {readonly string[]} files
 */
function isReachable(url, files) {
  if (url.startsWith('assets/')) return files.includes(url.replace(/[?#].*$/, ''));
  return url.startsWith('https://') || url.includes('{{setting.');
}
