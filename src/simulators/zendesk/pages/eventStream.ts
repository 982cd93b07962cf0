import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ServerResponse } from 'node:http';
import type { AppNotification, PagesDeps } from '../pagesPort';
import type { NotificationEvent, TicketEvent, UserEvent } from './views/PageData';
import { toUserView } from './views/UserView';

/**
 * Two streams of server-sent events, each a line per change: `GET /agent/events` tells agents of every ticket and
 * every person, and their apps what is sent to them (AgentEvent), `GET /hc/events?request=<id>` tells a client's page only that its request has changed. They end
 * with the server.
 */
export function registerEventStreams(app: FastifyInstance, deps: PagesDeps): void {
  /** With the agent who has the page open, undefined when nobody has signed in. */
  const forAgents = new Map<ServerResponse, number | undefined>();
  const forClients = new Map<ServerResponse, number>();

  const tellOfTicket = (ticketId: number, actorId: number) => {
    if (forAgents.size > 0) {
      const event = toTicketEvent(deps, ticketId, actorId);
      for (const stream of forAgents.keys()) send(stream, event);
    }
    for (const [stream, requestId] of forClients) if (requestId === ticketId) send(stream, { ticketId });
  };
  const tellOfUser = (userId: number) => {
    const event: UserEvent = { userId };
    for (const stream of forAgents.keys()) send(stream, event);
  };
  const tellApps = ({ event, body, agentId }: AppNotification) => {
    const told: NotificationEvent = { notification: { event, body } };
    for (const [stream, userId] of forAgents) {
      if (agentId === undefined || agentId === userId) send(stream, told);
    }
  };
  deps.events.on('app.notified', tellApps);
  deps.events.on('ticket.updated', tellOfTicket);
  deps.events.on('user.updated', tellOfUser);
  app.addHook('preClose', () => {
    deps.events.off('ticket.updated', tellOfTicket);
    deps.events.off('user.updated', tellOfUser);
    deps.events.off('app.notified', tellApps);
    for (const stream of [...forAgents.keys(), ...forClients.keys()]) stream.end();
  });

  app.get('/agent/events', (request, reply) => {
    const stream = open(reply);
    forAgents.set(stream, deps.sessions.userOf(request)?.id);
    stream.on('close', () => forAgents.delete(stream));
  });
  app.get<{ Querystring: { request?: string } }>('/hc/events', (request, reply) => {
    const stream = open(reply);
    forClients.set(stream, Number(request.query.request));
    stream.on('close', () => forClients.delete(stream));
  });
}

function open(reply: FastifyReply): ServerResponse {
  reply.hijack();
  reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  // A first line lets the browser know that the stream stands before anything has happened.
  reply.raw.write(': open\n\n');
  return reply.raw;
}

function send(stream: ServerResponse, data: object): void {
  stream.write(`data: ${JSON.stringify(data)}\n\n`);
}

function toTicketEvent({ world }: PagesDeps, ticketId: number, actorId: number): TicketEvent {
  const actor = world.users.get(actorId);
  const audit = world.audits.by('ticket', ticketId).at(-1);
  return {
    ticketId,
    auditId: audit?.id,
    actor: actor && toUserView(actor),
    byRule: audit?.events.some((event) => 'via' in event && event.via?.channel === 'rule') ?? false,
  };
}
