/** What goes into the form of a call so that the panel lets it in. */
export type Pass = Readonly<Record<string, string>>;

/** A way to be let in. */
export type Login = {
  /** Fails with AdapterError when the panel lets nobody in. */
  readPass(signal: AbortSignal): Promise<Pass>;
  /** Whether a refusal of this type came because the pass has ended: then the next one is another, and is worth a try. */
  hasEnded(pass: Pass, refusal: string, signal: AbortSignal): Promise<boolean>;
};
