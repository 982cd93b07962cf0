import { buildTicketModel } from '../../../src/simulators/zendesk/browser/agent/ticketModel';
import type { TicketModel } from '../../../src/simulators/zendesk/browser/agent/ticketModel';
import type { HostPage } from '../../../src/simulators/zendesk/browser/zaf/HostPage';
import type { TicketView } from '../../../src/simulators/zendesk/pages/views/TicketView';

const CLIENT = {
  id: 7,
  name: 'Clara',
  email: 'clara@client.test',
  role: 'end-user',
  locale: 'en-US',
} as const;
const AGENT = {
  id: 8,
  name: 'Тимур',
  email: 'tech@agent.test',
  role: 'agent',
  locale: 'ru',
  groups: [{ id: 5, name: 'Technical support' }],
} as const;

export function buildTicket(changes: Partial<TicketView> = {}): TicketView {
  return {
    id: 1,
    subject: 'Keys',
    description: 'Where?',
    status: 'open',
    type: null,
    priority: null,
    tags: ['sales'],
    channel: 'web',
    createdAt: '2026-11-22T10:00:00Z',
    updatedAt: '2026-11-22T10:00:00Z',
    requester: CLIENT,
    requesterSuspended: false,
    requesterFields: [],
    assignee: undefined,
    problem: null,
    relations: { incidents: [], incidentCount: 0, followUpOf: null, followUps: [] },
    fields: [{ id: 100, type: 'tagger', title: 'Support line', options: [{ name: 'Care', value: 'sales' }] }],
    values: { 100: 'sales' },
    comments: [],
    ...changes,
  };
}

/** A page with one ticket on it, and without a server behind it. */
export function buildHostPage(changes: Partial<HostPage> = {}): HostPage & { ticket: TicketModel } {
  const unused = () => Promise.reject(new Error('These tests ask no server.'));
  return {
    app: {
      appId: 11,
      installationId: 12,
      name: 'Support Credits',
      version: '1.0.0',
      settings: { bridge_url: 'https://bridge.test' },
      requirements: [{ identifier: 'support_line', requirement_id: 100, requirement_type: 'ticket_fields' }],
      locations: { ticket_sidebar: 'http://localhost:4003/11/assets/iframe.html' },
    },
    location: 'ticket_sidebar',
    user: AGENT,
    subdomain: 'playground',
    scheme: { current: () => 'dark', choose: () => undefined, onChange: () => undefined },
    rest: { fetch: unused, read: unused, send: unused },
    ticket: buildTicketModel(buildTicket()),
    ...changes,
  } as HostPage & { ticket: TicketModel };
}
