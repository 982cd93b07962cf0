import * as z from 'zod/mini';
import { sayingSchema } from './saying';
import { isoTime } from './scalars';

const count = z.int().check(z.nonnegative());

/** How the bridge fares, over all replicas. Times of the webhook and of billing are right to ten seconds. */
export const bridgeStatusSchema = z.object({
  version: z.string(),
  mode: z.enum(['live', 'shadow']),
  /** By the bridge's clock. */
  now: isoTime,
  /** When a webhook of the helpdesk was last taken; null: none ever was. */
  webhookAt: z.nullable(isoTime),
  sweep: z.object({
    endedAt: z.nullable(isoTime),
    /** What changed in the helpdesk before this was seen. */
    reachedAt: z.nullable(isoTime),
  }),
  jobs: z.object({
    /** Due, and not begun yet. */
    waiting: count,
    /** Since when the oldest of them is due. */
    oldestAt: z.nullable(isoTime),
    /** Failed, and tried again later. */
    failing: count,
    /** Failed as often as they may, and left. */
    givenUp: count,
  }),
  billing: z.object({
    /** Whether the last reading was answered; null: there was none. */
    isAnswering: z.nullable(z.boolean()),
    answeredAt: z.nullable(isoTime),
    /** The last failure, whether or not billing has answered since. */
    failure: z.nullable(z.object({ at: isoTime, why: sayingSchema })),
  }),
});

export type BridgeStatus = z.infer<typeof bridgeStatusSchema>;
