import * as z from 'zod/mini';
import { VERDICTS } from '../domain/setup/steps';
import { sayingSchema, stepSchema } from './saying';
import { isoTime } from './scalars';

/** What is looked at, in the order in which it is shown. */
export const SETUP_SYSTEMS = ['zendesk', 'billing'] as const;

/** One of the closed list of systems. */
export type SetupSystem = (typeof SETUP_SYSTEMS)[number];

/**
 * How long a check may take: after `answerMs` the bridge answers what was found so far, `routeMs` is its last bound, and
 * the app waits for `appMs`, since Zendesk's proxy is on the way.
 */
export const SETUP_CHECK_LIMITS = { answerMs: 20_000, routeMs: 25_000, appMs: 30_000 } as const;

/** What a check found, step by step. It only looks: nothing is mended by it. */
export const setupCheckSchema = z.object({
  system: z.enum(SETUP_SYSTEMS),
  checkedAt: isoTime,
  findings: z.array(
    z.object({
      step: stepSchema,
      verdict: z.enum(VERDICTS),
      found: z.array(sayingSchema),
      /** Empty: nothing has to be changed. */
      change: z.array(sayingSchema),
      /** Where in the helpdesk's admin center a person sees to it; null where it is no matter of the helpdesk. */
      place: z.nullable(z.string().check(z.regex(/^\/admin\/[\w/-]+$/))),
    }),
  ),
});

export type SetupCheck = z.infer<typeof setupCheckSchema>;
