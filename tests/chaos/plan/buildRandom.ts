/** Numbers by chance that a seed repeats. Nothing else in a plan may depend on chance. */
export type Random = {
  /** A whole number from `min` to `max`, both included. */
  between(min: number, max: number): number;
  /** True with this probability, 0 to 1. */
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** Picks one value by its weight; a weight of 0 is never picked. */
  weighted<Value>(choices: readonly (readonly [weight: number, value: Value])[]): Value;
  /** Another source of chance that `label` names: what is drawn from one does not shift what the other draws. */
  fork(label: string): Random;
};

/** The same seed and the same questions give the same answers, on every machine. */
export function buildRandom(seed: string): Random {
  const next = mulberry32(hash(seed));
  const between = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    between,
    chance: (probability) => next() < probability,
    pick: (items) => {
      const item = items[between(0, items.length - 1)];
      if (item === undefined) throw new Error('Nothing to pick from.');
      return item;
    },
    weighted: (choices) => pickWeighted(choices, next()),
    fork: (label) => buildRandom(`${seed}/${label}`),
  };
}

function pickWeighted<Value>(choices: readonly (readonly [number, Value])[], drawn: number): Value {
  let left = drawn * choices.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, value] of choices) {
    if (left < weight) return value;
    left -= weight;
  }
  throw new Error('Nothing to pick from: all weights are 0.');
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}

/** The generator «mulberry32»: small, well spread, and the same everywhere. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
