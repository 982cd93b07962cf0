import type { Clock } from '../../ports/clock';
import type { ReadIdentity } from './readClientAccount';

type Found = Awaited<ReturnType<ReadIdentity>>;

/** A page asks several times while it is looked at; the helpdesk is not asked each time who that is. */
const GLANCE_MS = 30_000;

const MAX_PEOPLE = 1_000;

/** As `read`, asked once for each person and glance. What is not settled yet is not remembered, and failures neither. */
export function rememberIdentities(read: ReadIdentity, clock: Clock): ReadIdentity {
  const known = new Map<string, { found: Promise<Found>; untilMs: number }>();
  return (userId) => {
    const nowMs = clock.now().getTime();
    const remembered = known.get(userId);
    if (remembered !== undefined && nowMs < remembered.untilMs) return remembered.found;
    const found = read(userId);
    known.delete(userId);
    known.set(userId, { found, untilMs: nowMs + GLANCE_MS });
    const [oldest] = known.keys();
    if (known.size > MAX_PEOPLE && oldest !== undefined) known.delete(oldest);
    const forget = () => {
      if (known.get(userId)?.found === found) known.delete(userId);
    };
    found.then((answer) => isSettled(answer) || forget(), forget);
    return found;
  };
}

function isSettled(found: Found): boolean {
  return found.ok && (found.value.kind === 'client' || found.value.kind === 'refused');
}
