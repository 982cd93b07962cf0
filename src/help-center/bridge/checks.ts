/** Tells whether a value from outside is what it should be. */
export type Check<Value> = (value: unknown) => value is Value;

/** Any text. */
export const text: Check<string> = (value) => typeof value === 'string';

/** A whole number. */
export const whole: Check<number> = (value): value is number => Number.isSafeInteger(value);

/** True or false. */
export const flag: Check<boolean> = (value) => typeof value === 'boolean';

/** A moment, ISO 8601. */
export const time: Check<string> = (value): value is string =>
  text(value) && !Number.isNaN(Date.parse(value));

/** One of these words. */
export const oneOf =
  <Word extends string>(...words: readonly Word[]): Check<Word> =>
  (value): value is Word =>
    words.some((word) => word === value);

/** That, or null. */
export const orNull =
  <Value>(check: Check<Value>): Check<Value | null> =>
  (value): value is Value | null =>
    value === null || check(value);

/** Any number of them. */
export const listOf =
  <Value>(check: Check<Value>): Check<Value[]> =>
  (value): value is Value[] =>
    Array.isArray(value) && value.every(check);

/** An object with each of these parts; others are let be, so that a newer bridge is understood. */
export const record =
  <Value extends object>(parts: { [Name in keyof Value]-?: Check<Value[Name]> }): Check<Value> =>
  (value): value is Value =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries<Check<unknown>>(parts).every(([name, check]) =>
      check((value as Record<string, unknown>)[name]),
    );

/** One or the other. */
export const either =
  <One, Other>(one: Check<One>, other: Check<Other>): Check<One | Other> =>
  (value): value is One | Other =>
    one(value) || other(value);
