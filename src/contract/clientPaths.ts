/** Paths that a client's browser calls from the help center; whose account it is says the token alone. */
export const clientPaths = {
  /** GET, answers {@link import('./clientCredits').publicRulesSchema}, to anybody. */
  rules: () => '/v1/client/rules',
  /** GET, answers {@link import('./clientCredits').clientCreditsSchema}. */
  credits: () => '/v1/client/credits',
  /** GET, answers {@link import('./clientEntries').clientEntriesPageSchema}: what is older than entry `before`. */
  entries: (before: string) => `/v1/client/entries?before=${encodeURIComponent(before)}`,
  /** GET, answers {@link import('./clientEntries').clientReceiptSchema}. */
  receipt: (entryNumber: number) => `/v1/client/entries/${String(entryNumber)}/receipt`,
} as const;
