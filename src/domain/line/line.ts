/** The two lines of support (R1). The values are also the tags that Zendesk puts on the ticket. */
export const LINES = ['sales', 'tech'] as const;

/** `sales` is client care, free; `tech` is technical support, one credit per problem. */
export type Line = (typeof LINES)[number];

/** True when `value` is the tag of a line. */
export function isLine(value: unknown): value is Line {
  return LINES.some((line) => line === value);
}
