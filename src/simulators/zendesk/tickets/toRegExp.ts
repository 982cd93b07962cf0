/**
 * A pattern of a `regexp` field, as the account's Ruby reads it: `\A` and `\z` are the ends of the text, `^` and `$` those of a line.
 * Undefined for what is no regular expression.
 */
export function toRegExp(pattern: string): RegExp | undefined {
  const translated = pattern.replace(/\\([\s\S])/g, (escape, letter: string) =>
    letter === 'A' ? '(?<![\\s\\S])' : letter === 'z' ? '(?![\\s\\S])' : escape,
  );
  try {
    return new RegExp(translated, 'm');
  } catch {
    return undefined;
  }
}
