import type { Login } from './login';

/** Login and password go with every call, and nothing ends (billmanager.md 2). */
export function buildAuthinfoLogin(authinfo: string): Login {
  return {
    readPass: () => Promise.resolve({ authinfo }),
    hasEnded: () => Promise.resolve(false),
  };
}
