import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PagesDeps } from '../pagesPort';
import { html } from './html';
import { renderPage, sendPage } from './renderPage';

/**
 * A hook for pages: `?as=<email>` signs in and leads to the same address without it; an address that nobody has is
 * answered with a page that says so, 404.
 */
export function buildSignInByQuery({ sessions }: PagesDeps) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const url = new URL(request.url, 'http://localhost');
    const email = url.searchParams.get('as');
    if (email === null) return undefined;
    if (!sessions.signIn(reply, email)) {
      const body = html`<main class="plain">
        <h1>Nobody has this address</h1>
        <p>${email}</p>
      </main>`;
      return sendPage(reply.code(404), renderPage({ title: 'Nobody has this address', body }));
    }
    url.searchParams.delete('as');
    return reply.redirect(url.pathname + url.search);
  };
}
