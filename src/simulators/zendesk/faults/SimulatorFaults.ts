import { SimulatorInputError } from '../../kit/control';
import { isRecord } from '../wire/isRecord';
import type { WebhookFaults } from '../webhooks/WebhookFaults';
import type { ApiFaults } from './ApiFaults';
import { API_CHECKS, SEED, WEBHOOK_CHECKS } from './faultChecks';
import type { Check } from './faultChecks';

/** Every fault in force; with the same `seed` they strike the same things again. */
export type SimulatorFaults = { seed?: number; webhooks?: WebhookFaults; api?: ApiFaults };

const GROUPS: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  webhooks: WEBHOOK_CHECKS,
  api: API_CHECKS,
};

/** The faults that a body asks for; throws SimulatorInputError naming the first key that is wrong. */
export function parseFaults(body: unknown): SimulatorFaults {
  const given = body ?? {};
  if (!isRecord(given)) throw new SimulatorInputError('Faults are an object with seed, webhooks and api.');
  const { seed, ...groups } = given;
  if (seed !== undefined) check('seed', seed, SEED);
  for (const [group, faults] of Object.entries(groups)) {
    const checks = GROUPS[group];
    if (checks === undefined || !isRecord(faults)) {
      throw new SimulatorInputError(`Faults are webhooks and api, each an object; got ${group}.`);
    }
    for (const [name, value] of Object.entries(faults)) check(`${group}.${name}`, value, checks[name]);
  }
  return given as SimulatorFaults;
}

function check(name: string, value: unknown, known: Check | undefined): void {
  if (known === undefined) throw new SimulatorInputError(`There is no fault ${name}.`);
  if (!known.holds(value)) throw new SimulatorInputError(`${name} wants ${known.wants}.`);
}
