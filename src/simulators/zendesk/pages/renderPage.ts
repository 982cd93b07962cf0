import type { FastifyReply } from 'fastify';
import { html, toDataElement } from './html';
import type { Html } from './html';

/** A page; `script` is the name of a bundle and `data` what it reads, `lang` its language, `head` what a theme adds. */
export type Page = {
  title: string;
  body: Html;
  script?: 'agentPage' | 'helpCenter';
  data?: unknown;
  lang?: string;
  head?: Html;
};

/** The whole document. The script is deferred: it finds the body complete. */
export function renderPage({ title, body, script, data, lang = 'en', head }: Page): Html {
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/pages/simulator.css" />
        ${data !== undefined && toDataElement('page-data', data)}
        ${script && html`<script src="/pages/${script}.js" defer></script>`} ${head}
      </head>
      <body>
        ${body}
      </body>
    </html>`;
}

/** Sends a page that no browser keeps: what it shows may be old with the next update. */
export function sendPage(reply: FastifyReply, page: Html): FastifyReply {
  return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page.markup);
}
