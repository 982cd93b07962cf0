/** Read once, again only when asked to; the last answer stands over a failure, and until another one is there. */
export const READ_ONCE = {
  revalidateOnFocus: false,
  revalidateOnReconnect: false,
  shouldRetryOnError: false,
  keepPreviousData: true,
} as const;
