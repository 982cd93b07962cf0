import { SimulatorInputError } from '../../kit/control';
import { isRecord } from '../wire/isRecord';
import type { WebhookFaults } from '../webhooks/WebhookFaults';

/** What goes wrong with requests to the API: `status` answers that share (`rate`, all when absent) of them. */
export type ApiFaults = { status?: number; rate?: number; delayMs?: number };
export type SimulatorFaults = { webhooks?: WebhookFaults; api?: ApiFaults };

type Check = { holds: (value: unknown) => boolean; wants: string };

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const MAX_COPIES = 100;
const MAX_DELAY_MS = 600_000;
const SHARE: Check = { holds: (value) => isNumber(value) && value >= 0 && value <= 1, wants: 'from 0 to 1' };
const DELAY: Check = {
  holds: (value) => isNumber(value) && value >= 0 && value <= MAX_DELAY_MS,
  wants: `milliseconds up to ${String(MAX_DELAY_MS)}`,
};
const SWITCH: Check = { holds: (value) => typeof value === 'boolean', wants: 'true or false' };
const COPIES: Check = {
  holds: (value) => isNumber(value) && Number.isInteger(value) && value >= 0 && value <= MAX_COPIES,
  wants: `a whole number up to ${String(MAX_COPIES)}`,
};
const STATUS: Check = {
  holds: (value) => isNumber(value) && Number.isInteger(value) && value >= 400 && value <= 599,
  wants: 'a status from 400 to 599',
};

const CHECKS: Record<string, Record<string, Check>> = {
  webhooks: { drop: SHARE, duplicate: COPIES, delayMs: DELAY, reorder: SWITCH, badSignature: SWITCH },
  api: { status: STATUS, rate: SHARE, delayMs: DELAY },
};

/** The faults that a body asks for; throws SimulatorInputError naming the first key that is wrong. */
export function parseFaults(body: unknown): SimulatorFaults {
  const groups = body ?? {};
  if (!isRecord(groups)) throw new SimulatorInputError('Faults are an object with webhooks and api.');
  for (const [group, faults] of Object.entries(groups)) {
    const checks = CHECKS[group];
    if (checks === undefined || !isRecord(faults)) {
      throw new SimulatorInputError(`Faults are webhooks and api, each an object; got ${group}.`);
    }
    for (const [name, value] of Object.entries(faults)) {
      const check = checks[name];
      if (check === undefined) throw new SimulatorInputError(`There is no fault ${group}.${name}.`);
      if (!check.holds(value)) throw new SimulatorInputError(`${group}.${name} wants ${check.wants}.`);
    }
  }
  return groups as SimulatorFaults;
}
