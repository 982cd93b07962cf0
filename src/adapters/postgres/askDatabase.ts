import { toDatabaseError } from './toDatabaseError';

/** Runs a reading or a single statement; a database that cannot be asked fails as {@link toDatabaseError} names it. */
export async function askDatabase<Value>(ask: () => Promise<Value>): Promise<Value> {
  try {
    return await ask();
  } catch (error) {
    throw toDatabaseError(error);
  }
}
