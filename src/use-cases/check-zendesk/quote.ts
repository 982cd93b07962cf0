import type { SayingValue } from '../../domain/setup/saying';

/** Titles as the helpdesk has them. */
export function quote(titled: readonly { title: string }[]): SayingValue {
  return { list: titled.map(({ title }) => `«${title}»`) };
}
