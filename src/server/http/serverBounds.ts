/** How much the bridge takes over HTTP, in each process. */
export type ServerBounds = Readonly<{
  bodyBytes: number;
  /** Headers have to be complete so long after the connection was opened, or the first byte of a later request came. */
  headersMs: number;
  /** The whole request has to be there so long after its first byte. */
  requestMs: number;
  /** How often those two are looked at. */
  checkMs: number;
  /** A connection on which nothing moves in the middle of a request or an answer is cut. */
  silentMs: number;
  /** A connection that is kept open between requests. Longer than the minute after which most proxies let go. */
  idleMs: number;
  handlerMs: number;
  connections: number;
  /** Requests from one address that prove nothing: no token, a wrong signature, a path that is none. */
  strangersPerMinute: number;
  /** Requests from one address to what anybody may read. */
  openPerMinute: number;
  /**
   * Requests with one believed token of the sidebar. Those of all agents that are signed in the same second are one and the
   * same: nothing in them says whose they are.
   */
  tokenPerMinute: number;
  /** Requests of one client of the help center. */
  personPerMinute: number;
}>;

/** What production has. What Zendesk or billing signed has no limit: a burst of theirs is to be taken, and is coalesced. */
export const SERVER_BOUNDS: ServerBounds = {
  // The largest body that is asked for holds three ids.
  bodyBytes: 64 * 1024,
  headersMs: 5_000,
  requestMs: 10_000,
  checkMs: 1_000,
  silentMs: 30_000,
  idleMs: 72_000,
  handlerMs: 15_000,
  connections: 2_000,
  strangersPerMinute: 60,
  openPerMinute: 600,
  tokenPerMinute: 600,
  personPerMinute: 120,
};
