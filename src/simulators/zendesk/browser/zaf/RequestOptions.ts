/** The options of `client.request` as they arrive (zendesk.md 2.4); those not named here change nothing. */
export type RequestOptions = {
  url: string;
  type?: string;
  method?: string;
  headers?: Record<string, string>;
  data?: unknown;
  contentType?: string | boolean;
  dataType?: string;
  cors?: boolean;
  secure?: boolean;
  timeout?: number;
  autoRetry?: boolean;
  httpCompleteResponse?: boolean;
};
