import { SimulatorInputError } from '../../kit/control';
import { FAULT_PRESETS } from '../faults/faultPresets';
import type { Faults } from '../faults/parseFaults';
import { parseAmountCents } from '../state/money';
import { findPriceList, LIFETIME_SIZES } from '../state/priceLists';

/** Whom an act is about: the account id, or the e-mail when it has one account only. */
export type ActClient = { email?: string; account?: string };

/** What a person can do on the page, and a test by JSON. Amounts are in hundredths of the client's currency. */
export type Act =
  | { action: 'pay' | 'top_up'; client: ActClient; amountCents: number }
  | { action: 'buy'; client: ActClient; credits: number }
  | { action: 'return'; client: ActClient; paymentId?: string; amountCents?: number }
  | { action: 'make_partner'; client: ActClient; level: string }
  | { action: 'end_partnership'; client: ActClient }
  | { action: 'misbehave'; faults: Faults }
  | { action: 'go_down' | 'come_back' | 'usual_settings' };

const ACTIONS =
  'pay, top_up, buy, return, make_partner, end_partnership, go_down, misbehave, come_back or usual_settings';

/**
 * Reads the body of `/_control/act`, form or JSON: `{action, email | account, amount?: "100.00", credits?, payment?,
 * level?}`; `amountEur` means the same as `amount`. Throws SimulatorInputError.
 */
export function parseAct(body: unknown): Act {
  const fields: Record<string, unknown> = typeof body === 'object' && body !== null ? { ...body } : {};
  const { action, credits, level = 'Gold' } = fields;
  const client = pickTexts(fields, { email: 'email', account: 'account' });
  switch (action) {
    case 'pay':
    case 'top_up':
      return { action, client, amountCents: parseAmount(fields) ?? 10_000 };
    case 'buy': {
      const list = findPriceList(Number(credits));
      if (list === undefined)
        throw new SimulatorInputError(`"credits" wants one of ${LIFETIME_SIZES.join(', ')}.`);
      return { action, client, credits: list.credits };
    }
    case 'return': {
      const amountCents = parseAmount(fields);
      const part = amountCents === undefined ? {} : { amountCents };
      return { action, client, ...pickTexts(fields, { paymentId: 'payment' }), ...part };
    }
    case 'make_partner':
      if (typeof level !== 'string' || level === '') throw new SimulatorInputError('"level" wants a text.');
      return { action, client, level };
    case 'end_partnership':
      return { action, client };
    case 'misbehave': {
      const preset = new Map(Object.entries(FAULT_PRESETS)).get(String(fields['fault']));
      if (preset === undefined)
        throw new SimulatorInputError(`"fault" wants one of ${Object.keys(FAULT_PRESETS).join(', ')}.`);
      return { action, faults: preset.faults };
    }
    case 'go_down':
    case 'come_back':
    case 'usual_settings':
      return { action };
    default:
      throw new SimulatorInputError(`"action" wants ${ACTIONS}.`);
  }
}

/** The amount that is given, in hundredths; undefined when none is. */
function parseAmount(fields: Record<string, unknown>): number | undefined {
  const key = fields['amount'] === undefined ? 'amountEur' : 'amount';
  // A field of a form that was left empty is no amount either.
  if (fields[key] === undefined || fields[key] === '') return undefined;
  const cents = parseAmountCents(fields[key]);
  if (!cents) throw new SimulatorInputError(`"${key}" wants a text like "100.00".`);
  return cents;
}

/** Those of the named fields that are texts and not empty, under the names wanted. */
function pickTexts<Name extends string>(
  fields: Record<string, unknown>,
  names: Record<Name, string>,
): Partial<Record<Name, string>> {
  const picked: Partial<Record<Name, string>> = {};
  for (const name in names) {
    const value = fields[names[name]];
    if (typeof value === 'string' && value !== '') picked[name] = value;
  }
  return picked;
}
