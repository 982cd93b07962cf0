import { isRecord } from './isRecord.mjs';

/** The place of a trigger, where its title names one: «Support credits · 4 · …». */
const PLACE = /· (\d+) ·/;

/**
 * Problems of the titles of one kind: two that are the same cannot be told apart by an admin, and triggers run in the order in
 * which they are installed, so the places in their titles have to grow.
 * @param {string} kind
 * @param {unknown} group
 * @returns {string[]}
 */
export function checkTitles(kind, group) {
  const titles = isRecord(group) ? Object.values(group).map((item) => String(Object(item).title)) : [];
  const problems = titles
    .filter((title, index) => titles.indexOf(title) !== index)
    .map((title) => `requirements.json: two ${kind} are called «${title}».`);
  if (kind !== 'triggers') return problems;
  const places = titles
    .map((title) => Number(PLACE.exec(title)?.[1] ?? NaN))
    .filter((place) => !Number.isNaN(place));
  const isGrowing = places.every((place, index) => index === 0 || place > Number(places[index - 1]));
  return isGrowing
    ? problems
    : [...problems, 'requirements.json: the triggers are not in the order of their titles.'];
}
