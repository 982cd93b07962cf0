import { randomBytes } from 'node:crypto';
import type { SimulatorClock } from '../../kit/clock';
import type { Caller } from './Caller';

/** Someone who is logged in; `isConfirmed` is false for who still owes the second factor. */
export type Session = { caller: Caller; isConfirmed: boolean };

/** Sessions live for one hour from their last use (billmanager.md 2). */
export type Sessions = {
  /** Starts a session and returns its id. */
  open(session: Session): string;
  /** The session, which then lives on; undefined when there is none or it is over. */
  use(id: string): Session | undefined;
  /** Lets a caller open one session with this key instead of a password. */
  allowKey(key: string, caller: Caller): void;
  /** The caller a key was made for; a key is good once. */
  takeKey(key: string): Caller | undefined;
  clear(): void;
};

const IDLE_MS = 3_600_000;

/** Promises sessions in memory, measured by the simulator's clock. */
export function buildSessions(clock: SimulatorClock): Sessions {
  const sessions = new Map<string, { session: Session; usedMs: number }>();
  const keys = new Map<string, Caller>();
  return {
    open: (session) => {
      const id = randomBytes(12).toString('hex');
      sessions.set(id, { session, usedMs: clock.now().getTime() });
      return id;
    },
    use: (id) => {
      const found = sessions.get(id);
      const nowMs = clock.now().getTime();
      if (found === undefined || nowMs - found.usedMs > IDLE_MS) {
        sessions.delete(id);
        return undefined;
      }
      found.usedMs = nowMs;
      return found.session;
    },
    allowKey: (key, caller) => {
      keys.set(key, caller);
    },
    takeKey: (key) => {
      const caller = keys.get(key);
      keys.delete(key);
      return caller;
    },
    clear: () => {
      sessions.clear();
      keys.clear();
    },
  };
}
