import type { SimView } from '../entities/SimView';
import { omit } from './omit';

/** The view as the API shows it; what was written as `output` reads as `execution`. */
export function toWireView(view: SimView, baseUrl: string): Record<string, unknown> {
  const { columns, ...order } = view.output;
  return {
    url: `${baseUrl}/api/v2/views/${String(view.id)}.json`,
    ...omit(view, 'output'),
    raw_title: view.title,
    default: false,
    execution: {
      ...order,
      columns: columns.map((id) => ({ id, title: id })),
      fields: [],
      custom_fields: [],
    },
  };
}
