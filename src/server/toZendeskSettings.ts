import type { Config, ZendeskConfig } from './config';

/** What the environment says about Zendesk, as its adapters want it; `timeoutMs` is for one exchange. */
export function toZendeskSettings(config: ZendeskConfig & Partial<Pick<Config, 'mode'>>): {
  baseUrl: string;
  clientId: string;
  clientSecret: string;
  timeoutMs: number;
  ticketUpdatesPerMinute: number;
  isReadOnly: boolean;
} {
  return {
    baseUrl: config.zendeskUrl,
    clientId: config.zendeskClientId,
    clientSecret: config.zendeskClientSecret,
    timeoutMs: config.zendeskTimeoutMs,
    ticketUpdatesPerMinute: config.zendeskTicketUpdatesPerMinute,
    isReadOnly: config.mode === 'shadow',
  };
}
