import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { PagesDeps } from '../pagesPort';
import { registerAgentPages } from './agentPages';
import { registerEventStreams } from './eventStream';
import { registerHelpCenterPages } from './helpCenterPages';
import { registerIndexPage } from './indexPage';
import { registerMailPage } from './mailPage';
import { registerPageFiles } from './pageFiles';
import { registerProxy } from './proxy/registerProxy';
import { buildSignInByQuery } from './signInByQuery';

/** Where the browser bundles are, by default the folder `pages` beside the running bundle, and the theme's own script. */
export type PagesOptions = { bundlesFolder?: string; themeScript?: string };

/**
 * Adds the pages for people: `/`, sent mail at `/mail`, the agents' pages below `/agent` with the host of the installed
 * app, and the help center below `/hc`. `?as=<email>` on any page signs in. The app needs @fastify/cookie. Everything that is changed goes through `/api/v2`.
 */
export function registerPages(app: FastifyInstance, deps: PagesDeps, options: PagesOptions = {}): void {
  app.register(async (scope) => {
    scope.addHook('preHandler', buildSignInByQuery(deps));
    registerPageFiles(scope, options.bundlesFolder ?? join(__dirname, 'pages'), options.themeScript);
    registerIndexPage(scope, deps);
    registerMailPage(scope, deps);
    registerAgentPages(scope, deps);
    registerHelpCenterPages(scope, deps);
    registerEventStreams(scope, deps);
    registerProxy(scope, deps);
  });
}
