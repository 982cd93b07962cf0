import { createHash } from 'node:crypto';

/** Decides whether a fault strikes. The same seed decides the same for the same things, in whatever order they come. */
export type Chance = {
  /** `key` names the thing that may be struck; each time that it comes again is decided anew. */
  strikes(fault: string, key: string, share: number): boolean;
};

const RANGE = 0x1_0000_0000;

/** Chance that comes from the seed, the fault, the thing and how often that thing has come, and from nothing else. */
export function buildChance(seed: number): Chance {
  const counts = new Map<string, number>();
  return {
    strikes(fault, key, share) {
      if (share <= 0) return false;
      if (share >= 1) return true;
      const name = `${fault} ${key}`;
      const count = counts.get(name) ?? 0;
      counts.set(name, count + 1);
      const drawn = createHash('sha1')
        .update(`${String(seed)} ${name} ${String(count)}`)
        .digest();
      return drawn.readUInt32BE(0) / RANGE < share;
    },
  };
}
