/** Where the work that asked for a job stands in its trace; undefined for a job that was queued without. */
export function toTrace(payload: unknown): string | undefined {
  const trace: unknown =
    typeof payload === 'object' && payload !== null ? Reflect.get(payload, 'trace') : undefined;
  return typeof trace === 'string' ? trace : undefined;
}
