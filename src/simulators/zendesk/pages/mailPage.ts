import type { FastifyInstance } from 'fastify';
import type { SimMail } from '../entities/SimMail';
import type { PagesDeps } from '../pagesPort';
import { html } from './html';
import type { Html } from './html';
import { renderPage, sendPage } from './renderPage';

type Asked = { Querystring: { to?: string } };
/** What one page shows; the whole list is at `/_control/mails`. */
const MAX_SHOWN = 200;

/** `GET /mail`: what triggers mailed to people, newest first; with `?to=` what one person got. */
export function registerMailPage(app: FastifyInstance, { world }: PagesDeps): void {
  app.get<Asked>('/mail', (request, reply) => {
    const { to } = request.query;
    const mails = to === undefined ? world.mails.all() : world.mails.by('to', to.toLowerCase());
    return sendPage(reply, renderMails(mails.reverse(), to));
  });
}

function renderMails(mails: readonly SimMail[], to: string | undefined): Html {
  const title = to === undefined ? 'Sent mail' : `Mail to ${to}`;
  const body = html`<main class="plain mails">
    <p><a href="/">Zendesk simulator</a>${to !== undefined && html` · <a href="/mail">All mail</a>`}</p>
    <h1>${title}</h1>
    ${mails.length === 0 && html`<p>Nobody has been mailed yet.</p>`}
    ${mails.slice(0, MAX_SHOWN).map(renderMail)}
    ${mails.length > MAX_SHOWN && html`<p>${mails.length - MAX_SHOWN} older ones are not shown.</p>`}
  </main>`;
  return renderPage({ title, body });
}

function renderMail(mail: SimMail): Html {
  return html`<article class="mail">
    <h2>${mail.subject}</h2>
    <p class="about">
      To <a href="/mail?to=${encodeURIComponent(mail.to)}">${mail.to}</a>,
      <time datetime="${mail.created_at}">${mail.created_at}</time>, ticket
      <a href="/agent/tickets/${mail.ticket_id}">#${mail.ticket_id}</a>, by «${mail.trigger_title}»
    </p>
    <pre>${mail.body}</pre>
  </article>`;
}
