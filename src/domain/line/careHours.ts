/** Days of the week, as the policy writes them. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** One day of the week. */
export type Weekday = (typeof WEEKDAYS)[number];

/**
 * When client care answers, by the clock of `timeZone` (a name of IANA): on `days` from `from` to `to`, both `HH:MM`. `to`
 * may be `24:00`; one that is not after `from` lies on the day after. Technical support has no hours: it always answers.
 */
export type CareHours = { timeZone: string; days: Weekday[]; from: string; to: string };
