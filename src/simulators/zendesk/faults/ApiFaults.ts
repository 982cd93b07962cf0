/** What goes wrong with requests to the API. Shares go from 0 to 1; an absent rate is every request. */
export type ApiFaults = {
  /** This status answers that share (`rate`) of the requests. */
  status?: number;
  rate?: number;
  /** Several statuses, each with its share: `{"429": 0.05, "500": 0.02}`. */
  statuses?: Record<string, number>;
  /** The `Retry-After` of a 429, in seconds; 1 when absent. */
  retryAfterS?: number;
  delayMs?: number;
  delayRate?: number;
  /** Share of requests that are done, and whose connection breaks before the answer. */
  loseAnswer?: number;
  /** Only callers with an OAuth token are met: the integration, and not the agents of the same run. */
  onlyTokens?: boolean;
};
