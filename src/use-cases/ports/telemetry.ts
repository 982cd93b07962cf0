/**
 * Work that is watched: how long it takes and what comes of it. The route, task, system and operation are each one of few and
 * never hold an id; `ids` are seen in traces alone.
 */
export type WatchedWork =
  | { kind: 'request'; route: string; ids?: WorkIds }
  | { kind: 'job'; task: string; ids?: WorkIds }
  | { kind: 'call'; system: OutsideSystem; operation: string }
  | { kind: 'database'; operation: string };

/** Which ticket, person, account or delivery the work is about; never more of anybody than an id. */
export type WorkIds = Readonly<Record<string, string>>;

/** A system that the bridge asks over HTTP. */
export type OutsideSystem = 'zendesk' | 'billmanager';

/** A request that was answered, whoever refused it and wherever. */
export type AnsweredRequest = { route: string; outcome: string; durationMs: number };

/** How much of its limit an outside system said is left, in requests. */
export type LimitLeft = { system: OutsideSystem; limit: number; remaining: number };

/**
 * What the operator's machines are told of the bridge's work: numbers that they fetch, and traces that are sent to them. Being
 * told never fails and never holds work up.
 */
export interface Telemetry {
  noteAnswer(answer: AnsweredRequest): void;
  noteLimit(left: LimitLeft): void;
  /**
   * Runs `run` and tells of it when it has ended: how long it took, and what `toResult` calls its end. What it throws is thrown
   * on; the result is then the code of an `AdapterError`, else `internal_error`. Work that is watched inside it lies below
   * it in the trace.
   */
  watch<Value>(
    work: WatchedWork,
    run: () => Promise<Value>,
    toResult: (value: Value) => string,
  ): Promise<Value>;
  /** Where the work under way stands in its trace, to be kept with a job; undefined where no traces are kept. */
  readTrace(): string | undefined;
  /** Runs `run` as a part of the trace that {@link readTrace} gave elsewhere; of one of its own when that is none. */
  continueTrace<Value>(trace: string | undefined, run: () => Promise<Value>): Promise<Value>;
}

/** Tells nobody: for commands on the host, whose output is the report. */
export const NO_TELEMETRY: Telemetry = {
  noteAnswer: () => undefined,
  noteLimit: () => undefined,
  watch: (_work, run) => run(),
  readTrace: () => undefined,
  continueTrace: (_trace, run) => run(),
};
