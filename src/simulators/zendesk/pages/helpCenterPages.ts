import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isStaff } from '../entities/SimUser';
import type { SimUser } from '../entities/SimUser';
import type { PagesDeps } from '../pagesPort';
import { isRecord } from '../wire/isRecord';
import { html } from './html';
import type { Html } from './html';
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
type ByLocale = { Params: { locale?: string }; Querystring: { theme?: string } };
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
    const head = renderThemeLine(deps);
    const lang = readLocale(request.params);
    const page = { title: `${title} · Help center`, body, script: 'helpCenter' as const, data, lang, head };
    return sendPage(reply, renderPage(page));
  };

  app.get('/hc', (_request, reply) => reply.redirect('/hc/requests/new'));
  for (const base of ['/hc', '/hc/:locale']) {
    app.get<ByLocale>(`${base}/requests/new`, (request, reply) =>
      show(request, reply, 'Submit a request', () => ({
        name: 'new-request',
        fields: readPortalFields(deps.world, { editableOnly: true }),
        theme: request.query.theme === 'copenhagen' ? 'copenhagen' : 'classic',
      })),
    );
    app.get(`${base}/p/support-credits`, (request, reply) =>
      show(request, reply, 'My credits', () => ({ name: 'my-credits' })),
    );
    app.get(`${base}/requests`, (request, reply) =>
      show(request, reply, 'My requests', (client) => ({
        name: 'requests',
        requests: readRequests(deps.world, client),
      })),
    );
    app.get<ById>(`${base}/requests/:id`, (request, reply) =>
      show(request, reply, `Request #${request.params.id}`, (client) => {
        const found = readRequestView(deps.world, client, parseId(request.params.id));
        return found && { name: 'request', request: found };
      }),
    );
  }
  app.get<ById>('/hc/data/requests/:id', (request, reply) => {
    const client = deps.sessions.userOf(request);
    const found = client && readRequestView(deps.world, client, parseId(request.params.id));
    return found ?? reply.code(404).send({ error: 'RecordNotFound' });
  });
}

const CLIENTS: Audience = { path: '/hc', includes: (user) => !isStaff(user) };

/** Pages lie below their language, as in `/hc/ru/requests/new`; without one they are in that of the account. */
function readLocale(params: unknown): string {
  const locale = isRecord(params) ? params.locale : undefined;
  return typeof locale === 'string' && /^[a-z]{2}(-[a-z]{2})?$/.test(locale) ? locale : 'en-us';
}

/** The line that an admin adds to the theme for the script of the installed app. */
function renderThemeLine({ installation, hasThemeScript }: PagesDeps): Html | undefined {
  const bridgeUrl = installation()?.settings['bridge_url'];
  if (!hasThemeScript || typeof bridgeUrl !== 'string') return undefined;
  return html`<script src="/pages/theme.js" data-bridge="${bridgeUrl}" defer></script>`;
}

function sendNotYours(reply: FastifyReply): FastifyReply {
  const body = html`<main class="plain">
    <h1>No such request</h1>
    <p>It is not there, or it belongs to another client.</p>
    <p><a href="/hc/requests">My requests</a></p>
  </main>`;
  return sendPage(reply.code(404), renderPage({ title: 'No such request · Help center', body }));
}
