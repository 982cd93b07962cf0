import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isStaff } from '../entities/SimUser';
import type { SimUser } from '../entities/SimUser';
import type { PagesDeps } from '../pagesPort';
import { html } from './html';
import { parseId } from './parseId';
import { readPageUser } from './readPageUser';
import type { Audience } from './readPageUser';
import { readPeople } from './readPeople';
import { renderPage, sendPage } from './renderPage';
import { readPortalFields } from './views/FieldView';
import type { HelpCenterPageData } from './views/PageData';
import { readRequests, readRequestView } from './views/RequestView';
import { toUserView } from './views/UserView';

type ById = { Params: { id: string } };
type Screen = HelpCenterPageData['screen'];

/** The clients' pages and the data they read again. Whoever is not signed in as a client chooses one first. */
export function registerHelpCenterPages(app: FastifyInstance, deps: PagesDeps): void {
  const show = (
    request: FastifyRequest,
    reply: FastifyReply,
    title: string,
    screenOf: (client: SimUser) => Screen | undefined,
  ) => {
    const client = readPageUser(request, reply, deps, CLIENTS);
    const screen = client === undefined ? { name: 'sign-in' as const } : screenOf(client);
    if (screen === undefined) return sendNotYours(reply);
    const data: HelpCenterPageData = {
      user: client && toUserView(client),
      clients: readPeople(deps.world).clients.map(toUserView),
      screen,
    };
    const body = html`<div id="page" class="help-center"></div>`;
    return sendPage(reply, renderPage({ title: `${title} · Help center`, body, script: 'helpCenter', data }));
  };

  app.get('/hc', (_request, reply) => reply.redirect('/hc/requests/new'));
  app.get('/hc/requests/new', (request, reply) =>
    show(request, reply, 'Submit a request', () => ({
      name: 'new-request',
      fields: readPortalFields(deps.world, { editableOnly: true }),
    })),
  );
  app.get('/hc/requests', (request, reply) =>
    show(request, reply, 'My requests', (client) => ({
      name: 'requests',
      requests: readRequests(deps.world, client),
    })),
  );
  app.get<ById>('/hc/requests/:id', (request, reply) =>
    show(request, reply, `Request #${request.params.id}`, (client) => {
      const found = readRequestView(deps.world, client, parseId(request.params.id));
      return found && { name: 'request', request: found };
    }),
  );
  app.get<ById>('/hc/data/requests/:id', (request, reply) => {
    const client = deps.sessions.userOf(request);
    const found = client && readRequestView(deps.world, client, parseId(request.params.id));
    return found ?? reply.code(404).send({ error: 'RecordNotFound' });
  });
}

const CLIENTS: Audience = { path: '/hc', includes: (user) => !isStaff(user) };

function sendNotYours(reply: FastifyReply): FastifyReply {
  const body = html`<main class="plain">
    <h1>No such request</h1>
    <p>It is not there, or it belongs to another client.</p>
    <p><a href="/hc/requests">My requests</a></p>
  </main>`;
  return sendPage(reply.code(404), renderPage({ title: 'No such request · Help center', body }));
}
