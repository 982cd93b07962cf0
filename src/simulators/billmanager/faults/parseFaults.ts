import { SimulatorInputError } from '../../kit/control';

/** How the panel misbehaves; nothing set means that it works. `rate` is the share of calls that are met, 1 when absent. */
export type Faults = {
  status?: number;
  html?: boolean;
  hang?: boolean;
  delayMs?: number;
  truncate?: boolean;
  /** "Request in process, please wait" instead of an answer. */
  requestInProcess?: boolean;
  /** The session of the call is taken for one that is over. */
  expireSession?: boolean;
  /** The caller's rights fall short, which shows in nothing but rows that are missing (billmanager.md 2). */
  wrongLevel?: boolean;
  rate?: number;
};

const MAX_DELAY_MS = 600_000;

const FLAG = { isGood: (value: unknown) => typeof value === 'boolean', wants: 'true or false' };

const CHECKS: Record<keyof Faults, { isGood(value: unknown): boolean; wants: string }> = {
  status: { isGood: (value) => isWhole(value, 400, 599), wants: 'a whole number from 400 to 599' },
  html: FLAG,
  hang: FLAG,
  delayMs: {
    isGood: (value) => isWhole(value, 0, MAX_DELAY_MS),
    wants: `a whole number from 0 to ${String(MAX_DELAY_MS)}`,
  },
  truncate: FLAG,
  requestInProcess: FLAG,
  expireSession: FLAG,
  wrongLevel: FLAG,
  rate: {
    isGood: (value) => typeof value === 'number' && value >= 0 && value <= 1,
    wants: 'a number from 0 to 1',
  },
};

/** Reads the body of `/_control/faults`; throws SimulatorInputError that names every problem at once. */
export function parseFaults(body: unknown): Faults {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new SimulatorInputError('Faults are a JSON object; {} clears them.');
  }
  const problems = Object.entries(body).flatMap(([name, value]) => {
    if (!isFaultName(name)) return [`"${name}" is not a fault (${Object.keys(CHECKS).join(', ')})`];
    return CHECKS[name].isGood(value) ? [] : [`"${name}" wants ${CHECKS[name].wants}`];
  });
  const names = Object.keys(body);
  if (names.length === 1 && names[0] === 'rate') problems.push('"rate" wants a fault beside it');
  if (problems.length > 0) throw new SimulatorInputError(`${problems.join('; ')}.`);
  return { ...body };
}

function isFaultName(name: string): name is keyof Faults {
  return Object.hasOwn(CHECKS, name);
}

function isWhole(value: unknown, min: number, max: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
}
