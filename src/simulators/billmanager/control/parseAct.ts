import { SimulatorInputError } from '../../kit/control';
import { parseAmountCents } from '../state/money';
import { findPriceList, PRICE_LISTS } from '../state/priceLists';

/** Whom an act is about: the account id, or the e-mail when it has one account only. */
export type ActClient = { email?: string; account?: string };

/** What a person can do on the page, and a test by JSON. */
export type Act =
  | { action: 'pay'; client: ActClient; amountCents: number }
  | { action: 'buy'; client: ActClient; credits: number }
  | { action: 'make_partner'; client: ActClient; level: string }
  | { action: 'end_partnership'; client: ActClient }
  | { action: 'go_down' | 'come_back' };

/**
 * Reads the body of `/_control/act`, form or JSON: `{action, email | account, amountEur?: "100.00", credits?, level?}`.
 * Throws SimulatorInputError.
 */
export function parseAct(body: unknown): Act {
  const fields: Record<string, unknown> = typeof body === 'object' && body !== null ? { ...body } : {};
  const { action, amountEur = '100.00', credits, level = 'Gold' } = fields;
  const client: ActClient = {
    ...(typeof fields['email'] === 'string' ? { email: fields['email'] } : {}),
    ...(typeof fields['account'] === 'string' ? { account: fields['account'] } : {}),
  };
  switch (action) {
    case 'pay': {
      const amountCents = parseAmountCents(amountEur);
      if (amountCents === undefined) throw new SimulatorInputError('"amountEur" wants a text like "100.00".');
      return { action, client, amountCents };
    }
    case 'buy': {
      const list = findPriceList(Number(credits));
      const sizes = PRICE_LISTS.map((each) => String(each.credits)).join(', ');
      if (list === undefined) throw new SimulatorInputError(`"credits" wants one of ${sizes}.`);
      return { action, client, credits: list.credits };
    }
    case 'make_partner':
      if (typeof level !== 'string' || level === '') throw new SimulatorInputError('"level" wants a text.');
      return { action, client, level };
    case 'end_partnership':
      return { action, client };
    case 'go_down':
    case 'come_back':
      return { action };
    default:
      throw new SimulatorInputError(
        '"action" wants pay, buy, make_partner, end_partnership, go_down or come_back.',
      );
  }
}
