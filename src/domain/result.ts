/** An expected answer of a rule: either what was asked for, or a named refusal. Never thrown. */
export type Result<Value, Reason extends string> = { ok: true; value: Value } | { ok: false; reason: Reason };

/** States a thing that must hold; a failure is a defect of ours, not of the input. */
export function assert(condition: boolean, sentence: string): asserts condition {
  if (!condition) throw new Error(`Defect: ${sentence}`);
}

/** Makes the compiler prove that every member of a closed union was handled. */
export function unreachable(value: never): never {
  throw new Error(`Defect: a case was not handled: ${JSON.stringify(value)}`);
}
