import { SimulatorInputError } from '../../kit/control';
import type { NewClient } from '../state/addClient';
import { parseClient } from './parseClient';

/** Clients to add: those that are named, and so many more that nobody has a name for. */
export type Seed = { clients: NewClient[]; clientCount: number };

const KEYS = ['clients', 'clientCount'];
const MAX_CLIENTS = 100_000;

/**
 * Reads the body of `/_control/seed`, `{"clients": [...], "clientCount": n}` or one of the two; throws
 * SimulatorInputError that names every problem at once, so that nothing is added by halves.
 */
export function parseSeed(body: unknown): Seed {
  if (!isObject(body))
    throw new SimulatorInputError('A seed wants {"clients": [...]} or {"clientCount": n}.');
  const { clients = [], clientCount = 0 } = body;
  const problems: string[] = [];
  for (const key of Object.keys(body))
    if (!KEYS.includes(key)) problems.push(`a seed has no place for "${key}"`);
  if (!isCount(clientCount)) problems.push(`"clientCount" wants a whole number up to ${String(MAX_CLIENTS)}`);
  if (!Array.isArray(clients)) throw new SimulatorInputError('A seed wants "clients" as a list.');
  const parsed = clients.map((client: unknown, index) =>
    parseClient(isObject(client) ? client : {}, (problem) => {
      problems.push(`clients[${String(index)}] ${problem}`);
    }),
  );
  if (problems.length > 0) throw new SimulatorInputError(`${problems.join('; ')}.`);
  return { clients: parsed, clientCount: Number(clientCount) };
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_CLIENTS;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
