import { SimulatorInputError } from '../../kit/control';
import { DEFAULT_RATE_LIMITS } from '../rest/rateLimits';
import type { RateLimits } from '../rest/rateLimits';
import { isRecord } from '../wire/isRecord';

/**
 * `/_control/limits`: `{"areOn": false}` counts nothing, a name of a limit with a whole number replaces it, and `{}` goes
 * back to what the simulator was started with. Throws SimulatorInputError naming the first key that is wrong.
 */
export function parseLimits(body: unknown): Partial<RateLimits> {
  const given = body ?? {};
  const names = Object.keys(DEFAULT_RATE_LIMITS);
  if (!isRecord(given)) throw new SimulatorInputError(`Limits are an object of ${names.join(', ')}.`);
  for (const [name, value] of Object.entries(given)) {
    if (!names.includes(name)) throw new SimulatorInputError(`There is no limit ${name}.`);
    const isRight =
      name === 'areOn'
        ? typeof value === 'boolean'
        : typeof value === 'number' && Number.isInteger(value) && value >= 0;
    if (!isRight) {
      const wanted = name === 'areOn' ? 'true or false' : 'a whole number from 0';
      throw new SimulatorInputError(`${name} wants ${wanted}.`);
    }
  }
  return given;
}
