import * as z from 'zod/mini';
import { SAYINGS } from '../domain/setup/saying';
import type { Saying, SayingCode, SayingValue } from '../domain/setup/saying';
import { BILLING_STEPS, DESK_STEPS } from '../domain/setup/steps';

const CODES = Object.keys(SAYINGS) as [SayingCode, ...SayingCode[]];

const text = z.string();
const texts = z.array(text);

/** A step of the look at the helpdesk or at billing. */
export const stepSchema = z.enum([...DESK_STEPS, ...BILLING_STEPS]);

/** A sentence without its words: its code, and what fills its holes. The app puts the words to it. */
export const sayingSchema: z.ZodMiniType<Saying> = z.lazy(() =>
  z.object({ code: z.enum(CODES), values: z.record(text, valueSchema) }),
);

const valueSchema: z.ZodMiniType<SayingValue> = z.union([
  text,
  z.number(),
  sayingSchema,
  z.object({ step: stepSchema }),
  z.object({ list: z.array(z.union([text, sayingSchema])) }),
  z.object({ and: texts }),
  z.object({ or: texts }),
  z.object({ rows: z.array(sayingSchema) }),
]);
