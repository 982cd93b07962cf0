import * as z from 'zod';
import { WEEKDAYS } from '../../domain/line/careHours';
import { toRefusal } from './policyProblem';

const wanted = 'wants a time, such as 09:30';

/** `careHours`: a file gives only what differs. */
export const policyCareHours = z
  .strictObject({
    timeZone: z
      .string()
      .max(100)
      .refine(isTimeZone, toRefusal('not_time_zone', 'wants a time zone of IANA, such as Europe/Moscow')),
    days: z
      .array(z.enum(WEEKDAYS))
      .refine((days) => new Set(days).size === days.length, toRefusal('twice', 'names a day twice')),
    from: z.string().refine((time) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time), toRefusal('not_time', wanted)),
    to: z
      .string()
      .refine(
        (time) => /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(time),
        toRefusal('not_time_or_midnight', `${wanted}, or 24:00`),
      ),
  })
  .partial();

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
