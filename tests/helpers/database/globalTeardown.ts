import { runDatabase } from './runDatabase';

/** Stops what the set-up started; a database given by TEST_DATABASE_URL stays. */
export default async function globalTeardown(): Promise<void> {
  await runDatabase.stop?.();
}
