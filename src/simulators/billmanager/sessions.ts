import { randomBytes } from 'node:crypto';
import type { SimulatorClock } from '../kit/clock';

/** The one service user of the simulated panel. */
export type Login = { name: string; password: string };

/** Sessions live for one hour from their last use (billmanager.md 2). */
export type Sessions = {
  /** Starts a session and returns its id. */
  open(): string;
  /** Says whether the session lives, and lets it live on if so. */
  use(id: string): boolean;
  clear(): void;
};

const IDLE_MS = 3_600_000;

/** Promises sessions in memory, measured by the simulator's clock. */
export function buildSessions(clock: SimulatorClock): Sessions {
  const usedAt = new Map<string, number>();
  return {
    open: () => {
      const id = randomBytes(12).toString('hex');
      usedAt.set(id, clock.now().getTime());
      return id;
    },
    use: (id) => {
      const last = usedAt.get(id);
      const nowMs = clock.now().getTime();
      if (last === undefined) return false;
      if (nowMs - last > IDLE_MS) {
        usedAt.delete(id);
        return false;
      }
      usedAt.set(id, nowMs);
      return true;
    },
    clear: () => {
      usedAt.clear();
    },
  };
}

/** Says whether these are the name and password of the service user. */
export function isLogin(login: Login, name: string, password: string): boolean {
  return name === login.name && password === login.password;
}
