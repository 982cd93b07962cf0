import * as z from 'zod/mini';
import { CHANNELS } from '../domain/line/decideLineAtSubmit';
import { LINES } from '../domain/line/line';
import { COMMAND_REFUSALS } from '../domain/tickets/command';
import { CREDIT_STATES } from '../domain/tickets/creditState';
import { DECIDERS } from '../domain/tickets/ticketRule';
import { ENTRY_KINDS } from './entryView';
import { credits, isoTime } from './scalars';
import { stateReasonSchema } from './stateReason';

const id = z.string().check(z.regex(/^[1-9]\d{0,18}$/));
const line = z.enum(LINES);

/** What is to be decided on trial: a ticket as it is now, or one that does not exist, of a client in billing. */
export const dryRunRequestSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ticket'), ticketId: id }),
  z.strictObject({
    kind: z.literal('made_up'),
    /** Null: a requester whom billing does not know. */
    billingAccountId: z.nullable(id),
    channel: z.enum(CHANNELS),
    /** What the client chose; null: nothing. */
    line: z.nullable(line),
    topic: z.nullable(z.string().check(z.maxLength(64))),
    /** When it is submitted; null: now. Credits are those of now, less what has ended by then. */
    at: z.nullable(isoTime),
  }),
]);

export type DryRunRequest = z.infer<typeof dryRunRequestSchema>;

/** What would be decided, and why; nothing was written for it. */
export const dryRunSchema = z.object({
  line: z.nullable(line),
  /** Null: the ticket is closed or gone without a charge, so nothing is decided. */
  decision: z.nullable(
    z.object({
      creditState: z.enum(CREDIT_STATES),
      reason: stateReasonSchema,
      /** Each that was asked, in order; only the last one decided. */
      rules: z.array(z.object({ rule: z.enum(DECIDERS), decides: z.boolean() })),
      /** What would be appended to the ledger, with the sign that it has for the balance. */
      entries: z.array(
        z.object({ kind: z.enum(ENTRY_KINDS), amountCredits: credits, reason: z.nullable(z.string()) }),
      ),
      /** Of an agent's asking that stands in the ticket and was not answered yet. */
      answer: z.nullable(
        z.object({
          outcome: z.enum(['done', 'refused', 'awaiting_approval']),
          refusal: z.nullable(z.enum(COMMAND_REFUSALS)),
        }),
      ),
    }),
  ),
  billingAccountId: z.nullable(z.string()),
  /** How old what is known of billing is; null: nothing was asked, or nobody is known. */
  billingReadAt: z.nullable(isoTime),
  at: isoTime,
});

export type DryRun = z.infer<typeof dryRunSchema>;
