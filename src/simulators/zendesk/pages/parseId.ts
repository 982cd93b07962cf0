/** The id in a path; NaN, which no object has, for anything but digits. */
export function parseId(text: string): number {
  return /^\d{1,15}$/.test(text) ? Number(text) : NaN;
}
