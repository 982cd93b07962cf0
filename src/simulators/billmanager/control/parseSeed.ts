import { SimulatorInputError } from '../../kit/control';
import type { NewClient } from '../state/addClient';
import { parseAmountCents } from '../state/money';
import { findPriceList, PRICE_LISTS } from '../state/priceLists';

const KEYS = ['email', 'name', 'spentEur', 'packs', 'partnerLevel'];

/**
 * Reads the body of `/_control/seed`, `{"clients": [{email, name, spentEur?: "120.00", packs?: [1, 5], partnerLevel?}]}`;
 * throws SimulatorInputError that names every problem at once, so that nothing is added by halves.
 */
export function parseSeed(body: unknown): NewClient[] {
  const clients = isObject(body) ? body['clients'] : undefined;
  if (!Array.isArray(clients)) throw new SimulatorInputError('A seed wants {"clients": [...]}.');
  const problems: string[] = [];
  const parsed = clients.map((client: unknown, index) =>
    parseClient(isObject(client) ? client : {}, (problem) => {
      problems.push(`clients[${String(index)}] ${problem}`);
    }),
  );
  if (problems.length > 0) throw new SimulatorInputError(`${problems.join('; ')}.`);
  return parsed;
}

function parseClient(client: Record<string, unknown>, report: (problem: string) => void): NewClient {
  const { email, name, spentEur = '0.00', packs = [], partnerLevel } = client;
  const spentCents = parseAmountCents(spentEur);
  const sizes = PRICE_LISTS.map((list) => String(list.credits)).join(', ');
  for (const key of Object.keys(client)) if (!KEYS.includes(key)) report(`has no place for "${key}"`);
  if (typeof email !== 'string' || !/^\S+@\S+$/.test(email)) report('wants an "email"');
  if (!isText(name)) report('wants a "name"');
  if (spentCents === undefined) report('wants "spentEur" as a text like "120.00"');
  if (!isPackList(packs)) report(`wants "packs" as a list of sizes out of ${sizes}`);
  if (partnerLevel !== undefined && !isText(partnerLevel)) report('wants "partnerLevel" as a text');
  return {
    email: String(email),
    name: String(name),
    chargesCents: spentCents ? [spentCents] : [],
    packs: isPackList(packs) ? packs : [],
    ...(isText(partnerLevel) ? { partnerLevel } : {}),
  };
}

function isPackList(value: unknown): value is number[] {
  return (
    Array.isArray(value) &&
    value.every((size) => typeof size === 'number' && findPriceList(size) !== undefined)
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
