/** Integers of this many digits may not survive as a JavaScript number: 2^53 has 16. */
const UNSAFE_DIGITS = /^-?\d{16,}$/;

/** A whole JSON number, so that the digits of `1.25e20` or of a fraction are never taken for an integer. */
const JSON_NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * Parses JSON and keeps integers of 16 digits and more as strings, because ids of Zendesk can exceed 2^53
 * (zendesk.md 7.4). Strings are left as they are. Fails like `JSON.parse` with a SyntaxError.
 */
export function parseLosslessJson(text: string): unknown {
  return JSON.parse(quoteBigIntegers(text));
}

/** Walks from string to string: only what lies between them can hold numbers. */
function quoteBigIntegers(text: string): string {
  let quoted = '';
  let position = 0;
  while (position < text.length) {
    const opening = text.indexOf('"', position);
    const stringStart = opening === -1 ? text.length : opening;
    quoted += text.slice(position, stringStart).replace(JSON_NUMBER, quoteWhenUnsafe);
    position = endOfString(text, stringStart);
    quoted += text.slice(stringStart, position);
  }
  return quoted;
}

function quoteWhenUnsafe(number: string): string {
  return UNSAFE_DIGITS.test(number) ? `"${number}"` : number;
}

/** The position after the closing quote; a quote behind an odd number of backslashes does not close. */
function endOfString(text: string, start: number): number {
  let closing = text.indexOf('"', start + 1);
  while (closing !== -1) {
    let backslashes = 0;
    while (text[closing - 1 - backslashes] === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return closing + 1;
    closing = text.indexOf('"', closing + 1);
  }
  return text.length;
}
