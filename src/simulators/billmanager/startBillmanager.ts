import { join } from 'node:path';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { buildClock } from '../kit/clock';
import { registerControl } from '../kit/control';
import { listen } from '../kit/listen';
import type { RunningSimulator } from '../kit/listen';
import { buildReceivedLog } from '../kit/received';
import { buildSnapshotFile } from '../kit/snapshotFile';
import { addSeed } from './control/addSeed';
import { parseSeed } from './control/parseSeed';
import { performAct } from './control/performAct';
import type { Login } from './access/logins';
import { buildSessions } from './access/sessions';
import { buildFaultSwitch } from './faults/faultSwitch';
import { parseFaults } from './faults/parseFaults';
import { listClients } from './page/listClients';
import type { Note } from './page/note';
import { renderPage } from './page/renderPage';
import { searchClients } from './page/searchClients';
import { registerAct } from './routes/actRoute';
import { registerSettings } from './routes/settingsRoute';
import { registerWire } from './routes/wireRoutes';
import type { PanelSettings } from './settings/panelSettings';
import { addClient } from './state/addClient';
import { buildBillingStore } from './state/billingStore';
import type { BillingSnapshot } from './state/billingStore';
import { toDay } from './state/days';
import { READY_MADE_CLIENTS } from './state/readyMadeClients';

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
  const simulator = buildSimulator(options);
  const running = await listen(simulator.app, options.port);
  return {
    ...running,
    reset: simulator.reset,
    close: async () => {
      simulator.closing.abort();
      await running.close();
      await simulator.flush();
    },
  };
}

type Simulator = { app: FastifyInstance; closing: AbortController; reset(): void; flush(): Promise<void> };

function buildSimulator({ dataDir, login = PLAYGROUND_LOGIN }: BillmanagerOptions): Simulator {
  const path = dataDir === undefined ? undefined : join(dataDir, 'simulators', 'billmanager.json');
  const store = buildBillingStore(buildSnapshotFile<BillingSnapshot>(path));
  const clock = buildClock();
  const sessions = buildSessions(clock);
  const received = buildReceivedLog();
  const faults = buildFaultSwitch();
  const closing = new AbortController();
  let settings: PanelSettings = {};
  let note: Note | undefined;

  const resetSettings = (): void => {
    settings = {};
  };
  const seedReadyMade = (): void => {
    for (const client of READY_MADE_CLIENTS) addClient(store, client, clock.now());
  };
  const reset = (): void => {
    clock.reset();
    sessions.clear();
    received.clear();
    faults.set({});
    resetSettings();
    note = undefined;
    store.clear();
    seedReadyMade();
  };
  if (store.isNew) seedReadyMade();

  const app = fastify({ forceCloseConnections: true });
  registerControl(app, {
    reset,
    clock,
    received,
    seed: (body) => addSeed(store, parseSeed(body), clock.now()),
    setFaults: (body) => {
      faults.set(parseFaults(body));
      return faults.current();
    },
    state: () => ({ clients: listClients(store, store.rows().accounts), faults: faults.current(), settings }),
  });
  registerSettings(app, (next) => (settings = next));
  registerAct(app, {
    perform: (act) => performAct(act, { store, faults, resetSettings, day: toDay(clock.now()) }),
    say: (next) => (note = next),
  });
  registerWire(app, {
    billing: { store, sessions, login, clock, settings: () => settings },
    faults,
    received,
    closing: closing.signal,
    renderPage: (query) =>
      renderPage({ clients: searchClients(store, query), faults: faults.current(), settings, note }),
  });
  return { app, closing, reset, flush: () => store.flush() };
}
