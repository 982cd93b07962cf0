import type { SimTrigger } from '../entities/SimTrigger';

export function toWireTrigger(trigger: SimTrigger, baseUrl: string): Record<string, unknown> {
  return {
    url: `${baseUrl}/api/v2/triggers/${String(trigger.id)}.json`,
    ...trigger,
    raw_title: trigger.title,
    default: false,
    category_id: null,
  };
}
