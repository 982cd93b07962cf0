import type { NewClient } from '../state/addClient';
import { parseAmountCents } from '../state/money';
import { findPriceList, LIFETIME_SIZES } from '../state/priceLists';
import { findProjectOf, PROJECTS } from '../state/projects';
import type { PackOrder } from '../state/purchases';
import type { PaymentStatus } from '../state/rows';

const KEYS = [
  'email',
  'name',
  'colleagues',
  'currency',
  'spent',
  'spentEur',
  'taxPercent',
  'expenseCount',
  'packs',
  'payments',
  'partnerLevel',
  'groups',
];

const STATUSES: readonly PaymentStatus[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
const MAX_EXPENSES = 1_000_000;

type Report = (problem: string) => void;

/**
 * Reads one client of a seed; what is wrong goes to `report`, and the client is then not to be used. Amounts are texts
 * like "120.00" in the client's currency. `expenseCount` adds so many small charges, whose sum the seed answers.
 */
export function parseClient(client: Record<string, unknown>, report: Report): NewClient {
  const { email, name, currency = 'EUR', taxPercent = 0, expenseCount = 0, partnerLevel } = client;
  for (const key of Object.keys(client)) if (!KEYS.includes(key)) report(`has no place for "${key}"`);
  if (!isEmail(email)) report('wants an "email"');
  if (!isText(name)) report('wants a "name"');
  if (!isWhole(taxPercent, 100)) report('wants "taxPercent" as a whole number up to 100');
  if (!isWhole(expenseCount, MAX_EXPENSES))
    report(`wants "expenseCount" as a whole number up to ${String(MAX_EXPENSES)}`);
  if (partnerLevel !== undefined && !isText(partnerLevel)) report('wants "partnerLevel" as a text');
  const project = findProjectOf(currency);
  const codes = PROJECTS.map((each) => each.currency).join(', ');
  if (project === undefined) report(`wants "currency" out of ${codes}`);
  return {
    email: String(email),
    name: String(name),
    currency: project?.currency ?? 'EUR',
    taxPercent: Number(taxPercent),
    chargesCents: [...parseSpent(client, report), ...buildSmallCharges(Number(expenseCount))],
    packs: parseList(client, 'packs', toPackOrder, {
      report,
      wants: `sizes out of ${LIFETIME_SIZES.join(', ')}, or {"credits": 10, "months": n}`,
    }),
    payments: parseList(client, 'payments', toPayment, {
      report,
      wants: '{"amount": "100.00", "status": "1" to "9"}',
    }),
    colleagues: parseList(client, 'colleagues', (entry) => (isEmail(entry) ? entry : undefined), {
      report,
      wants: 'e-mails',
    }),
    groups: parseList(client, 'groups', (entry) => (isText(entry) ? entry : undefined), {
      report,
      wants: 'names',
    }),
    ...(isText(partnerLevel) ? { partnerLevel } : {}),
  };
}

function parseSpent(client: Record<string, unknown>, report: Report): number[] {
  const { spent, spentEur, currency = 'EUR' } = client;
  const key = spent === undefined ? 'spentEur' : 'spent';
  if (spentEur !== undefined && (currency !== 'EUR' || spent !== undefined)) {
    report('wants "spent" and no "spentEur" when its currency is another, and never both');
  }
  const cents = parseAmountCents(spent ?? spentEur ?? '0.00');
  if (cents === undefined) report(`wants "${key}" as a text like "120.00"`);
  return cents ? [cents] : [];
}

/** Amounts from 0.01 to 100.00 in a fixed order that repeats nothing within 10,000 charges. */
function buildSmallCharges(count: number): number[] {
  const length = isWhole(count, MAX_EXPENSES) ? count : 0;
  return Array.from({ length }, (_entry, index) => 1 + ((index * 7919) % 10_000));
}

function toPackOrder(entry: unknown): PackOrder | undefined {
  if (typeof entry === 'number') return findPriceList(entry) && { credits: entry };
  if (typeof entry !== 'object' || entry === null) return undefined;
  const { credits, months }: { credits?: unknown; months?: unknown } = entry;
  if (typeof credits !== 'number' || typeof months !== 'number' || !isWhole(months, 120)) return undefined;
  return findPriceList(credits, 'monthly') && months > 0 ? { credits, months } : undefined;
}

function toPayment(entry: unknown): { amountCents: number; statusCode: PaymentStatus } | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  const { amount, status }: { amount?: unknown; status?: unknown } = entry;
  const amountCents = parseAmountCents(amount);
  const statusCode = STATUSES.find((code) => code === status);
  return amountCents === undefined || statusCode === undefined ? undefined : { amountCents, statusCode };
}

/** Every entry of a list, taken; or nothing and a report when one cannot be. */
function parseList<Entry>(
  client: Record<string, unknown>,
  key: string,
  take: (entry: unknown) => Entry | undefined,
  complaint: { report: Report; wants: string },
): Entry[] {
  const list = client[key] ?? [];
  const taken = Array.isArray(list) ? list.map(take) : [undefined];
  const good = taken.filter((entry) => entry !== undefined);
  if (good.length < taken.length) complaint.report(`wants "${key}" as a list of ${complaint.wants}`);
  return good;
}

function isEmail(value: unknown): value is string {
  return typeof value === 'string' && /^\S+@\S+$/.test(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isWhole(value: unknown, max: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max;
}
