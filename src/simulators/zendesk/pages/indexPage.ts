import type { FastifyInstance } from 'fastify';
import type { SimUser } from '../entities/SimUser';
import type { PagesDeps } from '../pagesPort';
import { html } from './html';
import type { Html } from './html';
import { readHostedApp } from './views/HostedApp';
import { readPeople } from './readPeople';
import { renderPage, sendPage } from './renderPage';

/** `GET /`: where everything is, and as whom one can look at it. */
export function registerIndexPage(app: FastifyInstance, deps: PagesDeps): void {
  app.get('/', (_request, reply) => sendPage(reply, renderIndex(deps)));
}

function renderIndex(deps: PagesDeps): Html {
  const { staff, clients } = readPeople(deps.world);
  const installed = readHostedApp(deps);
  const body = html`<main class="plain index">
    <h1>Zendesk simulator</h1>
    <p>
      A stand-in for a Zendesk account.
      ${installed ? `The app «${installed.name}» ${installed.version} is installed.` : 'No app is installed.'}
    </p>
    <div class="doors">
      <section>
        <h2><a href="/agent/tickets">Agent page</a></h2>
        <p>Tickets as agents see them, with the app beside.</p>
        ${renderPeople(staff, '/agent/tickets')}
      </section>
      <section>
        <h2><a href="/hc/requests/new">Help center</a></h2>
        <p>Where clients ask, and read their answers.</p>
        ${renderPeople(clients, '/hc/requests/new')}
      </section>
      <section>
        <h2><a href="/mail">Sent mail</a></h2>
        <p>What triggers wrote to people; nothing leaves the simulator.</p>
      </section>
    </div>
  </main>`;
  return renderPage({ title: 'Zendesk simulator', body });
}

function renderPeople(users: SimUser[], path: string): Html {
  return html`<ul>
    ${users.map(
      (user) =>
        html`<li>
          <a href="${path}?as=${encodeURIComponent(user.email)}">${user.email}</a> <span>${user.name}</span>
        </li>`,
    )}
  </ul>`;
}
