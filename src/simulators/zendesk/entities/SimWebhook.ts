export const WEBHOOK_METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export const WEBHOOK_FORMATS = ['json', 'xml', 'form_encoded'] as const;

export type WebhookAuthentication =
  | { type: 'basic_auth'; add_position?: string; data: { username: string; password: string } }
  | { type: 'bearer_token'; add_position?: string; data: { token: string } }
  | { type: 'api_key'; add_position: string; data: { name: string; value: string } };

/** A webhook (zendesk.md 7.1). Its id is ULID-like text. */
export type SimWebhook = {
  id: string;
  name: string;
  description: string;
  endpoint: string;
  http_method: (typeof WEBHOOK_METHODS)[number];
  request_format: (typeof WEBHOOK_FORMATS)[number];
  status: 'active' | 'inactive';
  subscriptions: string[];
  authentication: WebhookAuthentication | null;
  custom_headers: Record<string, string>;
  signing_secret: { algorithm: string; secret: string };
  /** Set on webhooks that an app made: their secret cannot be read and they cannot be deleted alone. */
  external_source: { name: string; version: string } | null;
  created_at: string;
  created_by: string;
  updated_at: string;
  updated_by: string;
};
