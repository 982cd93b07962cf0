import type { ReportQuery } from '../../../../contract/paths';
import { STATE_REASONS } from '../../../../contract/stateReason';
import { PRODUCTS, TOPICS } from '../../../../domain/tickets/ticketSubject';
import type { AdminSpeech } from '../../../shared/i18n/adminI18n';

/** What movements are told apart by. */
export type Breakdown = NonNullable<ReportQuery['by']>;

/** Names of people by their id, as far as they are known. */
export type Names = ReadonlyMap<string, string>;

/**
 * What a row of movements is called. Operators add products and topics of their own, and a later version may know
 * further reasons: these are called by their values. `key` null: the tickets do not say, or no agent asked for it.
 */
export function toRowName(
  key: string | null,
  by: Breakdown,
  names: Names,
  { t, format }: AdminSpeech,
): string {
  if (key === null) return by === 'agent' ? t('reports.by_rules') : t('reports.not_said');
  switch (by) {
    case 'day':
      return format.utcDay(key);
    case 'agent':
      return toPersonName(key, names, t);
    case 'product': {
      const product = PRODUCTS.find((known) => known === key);
      return product ? t(`subject.product.${product}`) : key;
    }
    case 'topic': {
      const topic = TOPICS.find((known) => known === key);
      return topic ? t(`subject.topic.${topic}`) : key;
    }
    case 'reason': {
      const reason = STATE_REASONS.find((known) => known === key);
      return reason ? format.sentence(t(`charge.reason.${reason}`)) : key;
    }
  }
}

/** Somebody by the name that Zendesk tells, else by the id. */
export function toPersonName(id: string, names: Names, t: AdminSpeech['t']): string {
  return names.get(id) ?? t('people.unnamed', { id });
}
