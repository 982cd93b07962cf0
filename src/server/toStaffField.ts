import type { CompareTicketsDeps } from '../use-cases/shadow/comparePage';
import type { ShadowConfig } from './config';

/** The ticket field in which staff note that a credit was taken; undefined: they note it nowhere. */
export function toStaffField({
  staffFieldId: id,
  staffChargedValues: chargedValues,
}: Pick<ShadowConfig, 'staffFieldId' | 'staffChargedValues'>): CompareTicketsDeps['staffField'] {
  return id === undefined ? undefined : { id, chargedValues };
}
