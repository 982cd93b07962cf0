/**
 * What happens once, when somebody asks something that matches `asked`, in what that connection sent since its last answer, as latin1:
 *
 * - `cut`: the whole way is cut before it gets there.
 * - `lose_answer`: it gets there and is done; what comes back is lost from the first bytes that match `answered` on (of all, the
 *   first), and the connection is reset; an answer in which nothing matches passes, and the next that matches `asked` is waited for. With `afterBytes` so many of those bytes still arrive, and then the connection ends.
 * - `half_close`: it gets there, and then the one direction ends: `to_server` as if the client had nothing more to say,
 *   `to_client` as if the server had not, while the other direction stays open.
 */
export type Incident = { asked: RegExp } & (
  | { kind: 'cut' }
  | { kind: 'lose_answer'; answered?: RegExp; afterBytes?: number }
  | { kind: 'half_close'; direction: 'to_server' | 'to_client' }
);

/** An incident that waits for its moment. */
export type Awaited = Incident & { happened(): void };

/** How a way is at the moment. */
export type Condition = {
  isCut: boolean;
  isHanging: boolean;
  pace: { latencyMs: number; bytesPerSecond: number } | undefined;
  spoiling: { asked: RegExp; from: string; to: string } | undefined;
  incidents: Awaited[];
};

/** Leads there as it is. What is waited for stays as it was. */
export const SOUND = { isCut: false, isHanging: false, pace: undefined, spoiling: undefined } as const;
