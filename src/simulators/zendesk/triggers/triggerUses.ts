import type { Desk } from '../Desk';
import type { SimTrigger } from '../entities/SimTrigger';

const MINUTE_MS = 60_000;

/** How far back each count goes, in minutes. */
const WINDOWS = { usage_1h: 60, usage_24h: 1_440, usage_7d: 10_080, usage_30d: 43_200 } as const;

/** Keeps that these triggers fired now. */
export function keepUses({ world, clock }: Desk, fired: readonly SimTrigger[]): void {
  const minute = readMinute({ clock });
  for (const { id: triggerId } of fired) {
    const id = `${String(triggerId)}:${String(minute)}`;
    const count = (world.triggerUses.get(id)?.count ?? 0) + 1;
    world.triggerUses.put({ id, trigger_id: triggerId, minute, count });
  }
}

/**
 * The sideloads of a trigger among `names`: how often it fired in the last hour, day, week and 30 days. The vendor puts
 * them into the trigger itself (TriggerInclude of its document; from memory of its documentation).
 */
export function readUses(
  { world, clock }: Desk,
  { id }: SimTrigger,
  names: readonly string[],
): Record<string, number> {
  const uses = world.triggerUses.by('trigger', id);
  const now = readMinute({ clock });
  const asked = Object.entries(WINDOWS).filter(([name]) => names.includes(name));
  return Object.fromEntries(
    asked.map(([name, minutes]) => [
      name,
      uses.reduce((sum, { minute, count }) => (minute > now - minutes ? sum + count : sum), 0),
    ]),
  );
}

function readMinute({ clock }: Pick<Desk, 'clock'>): number {
  return Math.floor(clock.now().getTime() / MINUTE_MS);
}
