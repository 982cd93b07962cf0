import type { Playground } from './startPlayground';

/** A ticket as the tests look at it: tags and status of the simulated Zendesk, and its private notes. */
export type SeenTicket = { id: number; tags: string[]; status: string; notes: string[] };

type Wire = Record<string, unknown>;

/** One person at the simulated Zendesk's REST API. */
export function zendeskAs(playground: Playground, email: string) {
  async function call(method: string, path: string, body?: Wire): Promise<Wire> {
    const response = await fetch(`${playground.zendeskUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer playground:${email}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (response.status === 429) {
      // The limit is that of the whole account, the bridge's calls included.
      const waitMs = Number(response.headers.get('retry-after') ?? 1) * 1_000;
      await new Promise((resolve) => setTimeout(resolve, waitMs));
      return call(method, path, body);
    }
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? {} : (JSON.parse(text) as Wire);
  }

  async function fieldIdOf(optionValue: string): Promise<number> {
    const { ticket_fields } = (await call('GET', '/api/v2/ticket_fields.json')) as {
      ticket_fields: { id: number; custom_field_options?: { value: string }[] }[];
    };
    const field = ticket_fields.find((each) =>
      each.custom_field_options?.some((option) => option.value === optionValue),
    );
    if (field === undefined) throw new Error(`No ticket field has the value ${optionValue}.`);
    return field.id;
  }

  return {
    call,
    fieldIdOf,
    /** A question to technical support through the help center's own API; answers the ticket's id. */
    async askTech(subject = 'Cannot update'): Promise<number> {
      const agent = zendeskAs(playground, 'care@agent.test');
      const { request } = (await call('POST', '/api/v2/requests.json', {
        request: {
          subject,
          comment: { body: 'Please help.' },
          custom_fields: [{ id: await agent.fieldIdOf('tech'), value: 'tech' }],
        },
      })) as { request: { id: number } };
      return request.id;
    },
    async setAction(ticketId: number, value: string): Promise<void> {
      const id = await fieldIdOf('credit_action_recheck');
      await call('PUT', `/api/v2/tickets/${ticketId}.json`, { ticket: { custom_fields: [{ id, value }] } });
    },
    async readTicket(ticketId: number): Promise<SeenTicket> {
      const { ticket } = (await call('GET', `/api/v2/tickets/${ticketId}.json`)) as { ticket: SeenTicket };
      const { comments } = (await call('GET', `/api/v2/tickets/${ticketId}/comments.json`)) as {
        comments: { body: string; public: boolean }[];
      };
      return {
        ...ticket,
        notes: comments.filter((comment) => !comment.public).map((comment) => comment.body),
      };
    },
  };
}

/** A simulated mail to support; answers the ticket's id. */
export async function sendMail(playground: Playground, from: string): Promise<number> {
  const answer = await control(playground.zendeskUrl, '/_control/mail', {
    from,
    subject: 'A question',
    body: 'By mail.',
  });
  return (answer as { ticket_id: number }).ticket_id;
}

/** A control route of a simulator. */
export async function control(url: string, path: string, body: Wire): Promise<Wire> {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Wire;
}

/** Seldom enough to stay below Zendesk's limit of calls a minute beside the bridge, also in a long wait. */
const PAUSE_MS = 400;

/** More than the minute after which the bridge looks at waiting tickets by itself, at the latest. */
const HOPELESS_MS = 90_000;

/** Asks again and again until `read` gives what `isWanted` accepts; the bound only ends a hopeless wait. */
export async function waitFor<Value>(
  read: () => Promise<Value>,
  isWanted: (value: Value) => boolean,
): Promise<Value> {
  const deadline = Date.now() + HOPELESS_MS;
  for (;;) {
    const value = await read();
    if (isWanted(value)) return value;
    if (Date.now() > deadline) throw new Error(`Waited in vain; last seen: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
