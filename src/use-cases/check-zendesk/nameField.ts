import type { SayingValue } from '../../domain/setup/saying';

type Named = { id: string; title: string };

/** A field, or an installation, as people find it again: titles need not be unique. */
export function nameField({ id, title }: Named): string {
  return `«${title}» (${id})`;
}

/** Several of them. */
export function nameFields(fields: readonly Named[]): SayingValue {
  return { list: fields.map(nameField) };
}
