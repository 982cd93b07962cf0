import { setTimeout as sleep } from 'node:timers/promises';

type Json = Record<string, unknown>;

/** What Zendesk made of a call: done, or refused with a status that says that it makes no sense now. */
export type Answer = { isDone: true; body: Json } | { isDone: false; status: number };

/** One person, or the integration of another system, at Zendesk's REST API. */
export type Person = { email: string; call(method: string, path: string, body?: Json): Promise<Answer> };

/** What may come of a ticket that somebody else closed, removed or changed meanwhile, and of a client shut out as spam. */
const REFUSALS = [403, 404, 409, 422];
const PASSING = [429, 500, 502, 503, 504];
const MOST_TRIES = 40;
const TRY_PAUSE_MS = 250;

/** Somebody who tries again while Zendesk misbehaves, as people do. Any other failure is one of the run itself, and thrown. */
export function personAt(zendeskUrl: string, email: string): Person {
  return {
    email,
    async call(method, path, body) {
      for (let attempt = 1; ; attempt += 1) {
        const response = await fetch(`${zendeskUrl}/api/v2/${path}`, {
          method,
          headers: {
            authorization: `Bearer playground:${email}`,
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        const text = await response.text();
        if (response.ok) return { isDone: true, body: text === '' ? {} : (JSON.parse(text) as Json) };
        if (REFUSALS.includes(response.status)) return { isDone: false, status: response.status };
        if (!PASSING.includes(response.status) || attempt === MOST_TRIES) {
          throw new Error(`${method} ${path} as ${email}: ${response.status} ${text.slice(0, 300)}`);
        }
        await sleep(TRY_PAUSE_MS);
      }
    },
  };
}
