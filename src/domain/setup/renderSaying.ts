import type { Saying, SayingCode, SayingValue } from './saying';
import type { SetupStep } from './steps';

/** The words of one language, as far as sayings need them. */
export type SayingWords = {
  speak(code: SayingCode, values: Readonly<Record<string, string | number>>): string;
  nameStep(step: SetupStep): string;
  and: string;
  or: string;
};

/** The sentence of a saying: its values are put into words first, parts with words of their own too. */
export function renderSaying(saying: Saying, words: SayingWords): string {
  const values = Object.entries(saying.values).map(([hole, value]) => [hole, renderValue(value, words)]);
  return words.speak(saying.code, Object.fromEntries(values) as Record<string, string | number>);
}

function renderValue(value: SayingValue, words: SayingWords): string | number {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if ('code' in value) return renderSaying(value, words);
  if ('step' in value) return words.nameStep(value.step);
  if ('and' in value) return value.and.join(` ${words.and} `);
  if ('or' in value) return value.or.join(` ${words.or} `);
  if ('rows' in value) return value.rows.map((row) => renderSaying(row, words)).join('; ');
  return value.list.map((part) => renderValue(part, words)).join(', ');
}
