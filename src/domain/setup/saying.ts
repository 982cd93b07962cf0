import { BILLING_SAYINGS } from './billingSayings';
import { COMMON_SAYINGS } from './commonSayings';
import { DESK_SAYINGS } from './deskSayings';
import { FAILURE_SAYINGS } from './failureSayings';
import type { SetupStep } from './steps';

/** Every sentence that a look at the setup can say, with the holes that its values fill. */
export const SAYINGS = {
  ...COMMON_SAYINGS,
  ...FAILURE_SAYINGS,
  ...DESK_SAYINGS,
  ...BILLING_SAYINGS,
} as const;

/** One of the closed list of sentences. */
export type SayingCode = keyof typeof SAYINGS;

/**
 * What fills a hole: a text or number as it stands outside, a step by its name, a list, or a part of the sentence that has
 * words of its own. A list is parted by commas, by «and», by «or», or, where its members are long, by semicolons.
 */
export type SayingValue =
  | string
  | number
  | Saying
  | { readonly step: SetupStep }
  | { readonly list: readonly (string | Saying)[] }
  | { readonly and: readonly string[] }
  | { readonly or: readonly string[] }
  | { readonly rows: readonly Saying[] };

/** Something that was found, or that has to be changed, without its words. */
export type Saying = {
  readonly code: SayingCode;
  readonly values: Readonly<Record<string, SayingValue>>;
  /** What an operator is told at the host in place of the sentence: it names the call that failed. Never leaves the host. */
  readonly detail?: string;
};

type ValuesOf<Code extends SayingCode> = Readonly<Record<(typeof SAYINGS)[Code][number], SayingValue>>;

/** Says it; the compiler sees to it that each hole of the sentence is filled. */
export function say<Code extends SayingCode>(
  code: Code,
  ...[values]: (typeof SAYINGS)[Code] extends readonly [] ? [] : [ValuesOf<Code>]
): Saying {
  return { code, values: values ?? {} };
}
