const PREFIX = '#/components/schemas/';

/** The names of the schemas that this piece of a document refers to, as often as it does. */
export function listReferences(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(listReferences);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === '$ref' && typeof part === 'string' ? [part.slice(PREFIX.length)] : listReferences(part),
  );
}
