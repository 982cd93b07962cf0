const DAY_MS = 86_400_000;

/** The day of an instant in UTC, as `YYYY-MM-DD`, so many days before it. */
export function toDay(instant: Date, daysBefore = 0): string {
  return new Date(instant.getTime() - daysBefore * DAY_MS).toISOString().slice(0, 10);
}

/** The same day so many months later, as `YYYY-MM-DD`; the last day of a shorter month stands for what it lacks. */
export function addMonths(day: string, months: number): string {
  const from = new Date(`${day}T00:00:00Z`);
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + months];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return toDay(new Date(Date.UTC(year, month, Math.min(from.getUTCDate(), lastDay))));
}
