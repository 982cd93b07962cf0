import { element } from './element';

/** Colours and fonts are the theme's: nothing is set here that a theme sets, only room and lines. */
const STYLES = `
.support-credits{color:inherit;font:inherit}
.support-credits:not(:empty){margin:1em 0}
.support-credits-notice:not(:empty){padding:.75em 1em;border:1px solid;border-inline-start-width:4px;border-radius:4px}
.support-credits p,.support-credits ul{margin:.25em 0}
.support-credits ul{padding-inline-start:1.25em}
.support-credits a{text-decoration:underline}
.support-credits-figure{font-size:2em;font-weight:bold}
.support-credits-history>li{padding:.5em 0;border-top:1px solid;overflow-wrap:anywhere}
.support-credits .support-credits-history{list-style:none;padding:0}
.support-credits-amount{display:inline-block;min-width:2.5em;font-weight:bold}
.support-credits-aside{opacity:.8}
.support-credits summary{width:fit-content;margin:.25em 0}
`;

const ID = 'support-credits-styles';

/** Adds the few rules of our own; false when they are there, which says that this script has run on the page before. */
export function addStyles(): boolean {
  if (document.getElementById(ID) !== null) return false;
  document.head.append(element('style', { id: ID }, STYLES));
  return true;
}
