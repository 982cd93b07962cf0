import type { Deed } from '../plan/life';

/** A deed in a few words: its kind and whatever it says. */
export function describeDeed(deed: Deed | { kind: 'opened' }): string {
  if (deed.kind === 'at_once') return `at once: ${deed.deeds.map(describeDeed).join(' + ')}`;
  const { kind, ...details } = deed;
  const words = Object.entries(details).map(([name, value]) => `${name} ${String(value)}`);
  return [kind, ...words].join(' ');
}
