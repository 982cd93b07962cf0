/** Options of `client.request` that the app uses (zendesk.md 2.4). */
export type SdkRequest = {
  url: string;
  type: string;
  headers?: Record<string, string>;
  data?: string;
  contentType?: string;
  /** Says that the answer is text, whatever it looks like. */
  dataType?: 'text';
  /** Sends the call through Zendesk's proxy, which fills in `{{setting.…}}` and `{{jwt.token}}`. */
  secure?: boolean;
  jwt?: {
    algorithm: 'HS256';
    secret_key: string;
    /** Seconds. */
    expiry: number;
    claims: Record<string, string>;
  };
};

/** The part of the vendor's client object that the app uses; answers are unknown until they are checked. */
export interface SdkClient {
  get(paths: string[]): Promise<unknown>;
  invoke(name: string, ...args: unknown[]): Promise<unknown>;
  on(event: string, handler: (data: unknown) => void): unknown;
  off(event: string, handler: (data: unknown) => void): unknown;
  request(options: SdkRequest): Promise<unknown>;
  metadata(): Promise<unknown>;
  context(): Promise<unknown>;
}
