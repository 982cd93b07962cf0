const DAY_MS = 86_400_000;

/** The day of an instant in UTC, as `YYYY-MM-DD`, so many days before it. */
export function toDay(instant: Date, daysBefore = 0): string {
  return new Date(instant.getTime() - daysBefore * DAY_MS).toISOString().slice(0, 10);
}
