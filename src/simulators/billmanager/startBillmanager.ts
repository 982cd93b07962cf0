import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { registerControl } from '../kit/control';
import { listen } from '../kit/listen';
import type { RunningSimulator } from '../kit/listen';
import type { Login } from './access/logins';
import { buildBillingWorld } from './buildBillingWorld';
import type { BillingWorld } from './buildBillingWorld';
import { addSeed } from './control/addSeed';
import { parseSeed } from './control/parseSeed';
import { performAct } from './control/performAct';
import { parseFaults } from './faults/parseFaults';
import { listClients } from './page/listClients';
import { renderPage } from './page/renderPage';
import { searchClients } from './page/searchClients';
import { registerAct } from './routes/actRoute';
import { registerSettings } from './routes/settingsRoute';
import { registerWire } from './routes/wireRoutes';
import { toDay } from './state/days';

/** `dataDir` keeps the state over a restart; without `login` it is that of the playground. */
export type BillmanagerOptions = { port: number; dataDir?: string; login?: Login };

const PLAYGROUND_LOGIN: Login = { name: 'support-bridge', password: 'playground' };

/**
 * Starts a stateful stand-in for BILLmanager 6 (billmanager.md 11) and promises that it answers at `url`. `reset`
 * goes back to the ready-made clients, under new ids. Rejects with the code EADDRINUSE when the port is taken.
 */
export async function startBillmanager(
  options: BillmanagerOptions,
): Promise<RunningSimulator & { reset(): void }> {
  const { port, dataDir, login = PLAYGROUND_LOGIN } = options;
  const world = buildBillingWorld(dataDir);
  const closing = new AbortController();
  const running = await listen(buildApp(world, login, closing.signal), port);
  return {
    ...running,
    reset: world.reset,
    close: async () => {
      closing.abort();
      await running.close();
      await world.store.flush();
    },
  };
}

function buildApp(world: BillingWorld, login: Login, closing: AbortSignal): FastifyInstance {
  const { store, clock, faults, settings } = world;
  const app = fastify({ forceCloseConnections: true });
  registerControl(app, {
    ...world,
    seed: (body) => addSeed(store, parseSeed(body), clock.now()),
    setFaults: (body) => {
      faults.set(parseFaults(body));
      return faults.current();
    },
    state: () => ({
      clients: listClients(store, store.rows().accounts),
      faults: faults.current(),
      settings: settings(),
    }),
  });
  registerSettings(app, world.setSettings);
  registerAct(app, {
    perform: (act) => performAct(act, { ...world, day: toDay(clock.now()) }),
    say: world.say,
  });
  registerWire(app, {
    ...world,
    billing: { ...world, login },
    closing,
    renderPage: (query) =>
      renderPage({
        clients: searchClients(store, query),
        faults: faults.current(),
        settings: settings(),
        note: world.note(),
      }),
  });
  return app;
}
