import type { Answer, TestZendesk, WireTicket } from './startTestZendesk';

export const CARE = 'care@agent.test';
export const CLIENT = 'credits@client.test';

/** What tests of a ticket's life do over and over, as an ordinary agent. */
export type TicketLives = {
  create(ticket?: Record<string, unknown>): Promise<WireTicket>;
  update(id: number, ticket: Record<string, unknown>): Promise<Answer>;
  read(id: number): Promise<WireTicket>;
  audits(id: number): Promise<Answer['body']['audits']>;
  idOf(email: string): number;
};

export function buildTicketLives(zendesk: () => TestZendesk): TicketLives {
  const call = (method: string, path: string, body?: unknown) =>
    zendesk().call(method, `/api/v2/tickets${path}`, body, CARE);
  return {
    async create(ticket = {}) {
      const input = { subject: 'Help', comment: { body: 'Text' }, ...ticket };
      return (await call('POST', '.json', { ticket: input })).body.ticket;
    },
    update: (id, ticket) => call('PUT', `/${String(id)}.json`, { ticket }),
    read: async (id) => (await call('GET', `/${String(id)}.json`)).body.ticket,
    audits: async (id) => (await call('GET', `/${String(id)}/audits.json`)).body.audits,
    idOf: (email) => zendesk().world.users.by('email', email)[0]?.id ?? 0,
  };
}
