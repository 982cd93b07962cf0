import type { OptionValues } from './operatorCommand';
import { UsageError } from './UsageError';

/** Highest number of credits that one command moves: a slip of the finger stays a small one. */
const MAX_CREDITS = 10_000;

/** The text of an option that has to be given. */
export function readText(values: OptionValues, name: string): string {
  const value = values[name];
  if (typeof value !== 'string' || value.trim() === '') throw new UsageError(`--${name} is missing.`);
  return value.trim();
}

/** The text of an option, undefined when it is not given. */
export function readOptionalText(values: OptionValues, name: string): string | undefined {
  return values[name] === undefined ? undefined : readText(values, name);
}

/** One of `choices`. */
export function readChoice<Choice extends string>(
  values: OptionValues,
  name: string,
  choices: readonly Choice[],
): Choice {
  const text = readText(values, name);
  const choice = choices.find((each) => each === text);
  if (choice === undefined) throw new UsageError(`--${name} wants ${choices.join(' or ')}.`);
  return choice;
}

/** Whole credits, not zero; below zero with a leading minus. */
export function readCredits(values: OptionValues, name: string): number {
  const text = readText(values, name);
  const credits = Number(text);
  if (!/^[+-]?\d{1,9}$/.test(text) || credits === 0 || Math.abs(credits) > MAX_CREDITS) {
    throw new UsageError(`--${name} wants a whole number of credits, at most ${MAX_CREDITS}.`);
  }
  return credits;
}

const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** A moment with its time zone, as ISO 8601 in UTC. */
export function readTime(values: OptionValues, name: string): string {
  const text = readText(values, name);
  const time = Date.parse(text);
  if (!ISO_TIME.test(text) || Number.isNaN(time)) {
    throw new UsageError(`--${name} wants a time with its zone, such as 2026-12-31T23:59:59Z.`);
  }
  return new Date(time).toISOString();
}

/**
 * The fact that the operator states, such as the number of a case. It has no default: one made up at random would give
 * the credits again when a script is run again, and one made of account and amount would swallow a second case.
 */
export function readKey(values: OptionValues): string {
  const key = values['key'];
  if (typeof key !== 'string' || !/^[\w.:/#-]{1,100}$/.test(key)) {
    throw new UsageError(
      '--key is missing: name the case that this is for, such as --key CASE-1234 (letters, digits and . : / # - _). The ' +
        'same key never moves credits twice.',
    );
  }
  return `given:${key}`;
}
