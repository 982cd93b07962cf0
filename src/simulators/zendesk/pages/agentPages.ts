import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isStaff } from '../entities/SimUser';
import type { SimUser } from '../entities/SimUser';
import type { PagesDeps } from '../pagesPort';
import { html } from './html';
import { parseId } from './parseId';
import { readPageUser, signInForPage } from './readPageUser';
import type { Audience } from './readPageUser';
import { readPeople } from './readPeople';
import { renderPage, sendPage } from './renderPage';
import { toAgentView } from './views/AgentView';
import { readHostedApp } from './views/HostedApp';
import { readNewTicketView } from './views/NewTicketView';
import type { AgentPageData } from './views/PageData';
import { readTicketList } from './views/TicketListView';
import { readTicketView } from './views/TicketView';
import { toUserView } from './views/UserView';

type ById = { Params: { id: string } };

/** The agents' pages and the data they read again when a ticket changes. Without a session one is an agent. */
export function registerAgentPages(app: FastifyInstance, deps: PagesDeps): void {
  const show = (
    request: FastifyRequest,
    reply: FastifyReply,
    title: string,
    screen: AgentPageData['screen'],
  ) => {
    const user = signInAsStaff(request, reply, deps);
    if (user === undefined) return sendNothingHere(reply, 'The simulated account has no agent.');
    const { staff, clients } = readPeople(deps.world);
    const data: AgentPageData = {
      user: toAgentView(deps.world, user),
      agents: staff.map(toUserView),
      clients: clients.slice(0, MAX_CLIENTS).map(toUserView),
      subdomain: SUBDOMAIN,
      app: readHostedApp(deps),
      screen,
    };
    const body = html`<div id="page" class="agent"></div>`;
    return sendPage(reply, renderPage({ title, body, script: 'agentPage', data }));
  };

  app.get('/agent', (_request, reply) => reply.redirect('/agent/tickets'));
  app.get('/agent/tickets', (request, reply) =>
    show(request, reply, 'Tickets', { name: 'tickets', list: readTicketList(deps) }),
  );
  app.get('/agent/tickets/new/1', (request, reply) =>
    show(request, reply, 'New ticket', { name: 'new-ticket', ticket: readNewTicketView(deps.world) }),
  );
  app.get<ById>('/agent/tickets/:id', (request, reply) => {
    const ticket = readTicketView(deps.world, parseId(request.params.id));
    if (ticket === undefined) return sendNothingHere(reply, `There is no ticket ${request.params.id}.`);
    return show(request, reply, `#${String(ticket.id)} ${ticket.subject}`, { name: 'ticket', ticket });
  });
  app.get('/agent/nav/support-credits', (request, reply) =>
    show(request, reply, deps.installation()?.name ?? 'App', { name: 'nav' }),
  );
  app.get('/agent/data/tickets', () => readTicketList(deps));
  app.get<ById>('/agent/data/tickets/:id', (request, reply) => {
    const ticket = readTicketView(deps.world, parseId(request.params.id));
    return ticket ?? reply.code(404).send({ error: 'RecordNotFound' });
  });
}

/** The account's name in the app's context; the simulated account answers at one address, whatever it is called. */
const SUBDOMAIN = 'playground';
/** How many clients are offered by name; any other can be typed. */
const MAX_CLIENTS = 50;
const STAFF: Audience = { path: '/agent', includes: isStaff };

function signInAsStaff(request: FastifyRequest, reply: FastifyReply, deps: PagesDeps): SimUser | undefined {
  const user = readPageUser(request, reply, deps, STAFF);
  if (user !== undefined) return user;
  const [first] = readPeople(deps.world).staff;
  return first && signInForPage(first, reply, deps.sessions, STAFF);
}

function sendNothingHere(reply: FastifyReply, sentence: string): FastifyReply {
  const body = html`<main class="plain">
    <h1>Nothing here</h1>
    <p>${sentence}</p>
    <p><a href="/agent/tickets">All tickets</a></p>
  </main>`;
  return sendPage(reply.code(404), renderPage({ title: 'Nothing here', body }));
}
