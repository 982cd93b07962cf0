import { join } from 'node:path';
import { buildClock } from '../kit/clock';
import type { SimulatorClock } from '../kit/clock';
import { buildReceivedLog } from '../kit/received';
import type { ReceivedLog } from '../kit/received';
import { buildSnapshotFile } from '../kit/snapshotFile';
import { buildSessions } from './access/sessions';
import type { Sessions } from './access/sessions';
import { buildFaultSwitch } from './faults/faultSwitch';
import type { FaultSwitch } from './faults/faultSwitch';
import type { Note } from './page/note';
import type { PanelSettings } from './settings/panelSettings';
import { addClient } from './state/addClient';
import { buildBillingStore } from './state/billingStore';
import type { BillingSnapshot, BillingStore } from './state/billingStore';
import { READY_MADE_CLIENTS } from './state/readyMadeClients';

/** Everything that a simulated panel is and remembers; only the `store` outlives the process. */
export type BillingWorld = {
  store: BillingStore;
  clock: SimulatorClock;
  sessions: Sessions;
  received: ReceivedLog;
  faults: FaultSwitch;
  settings(): PanelSettings;
  setSettings(settings: PanelSettings): void;
  /** What the page says about the last button that was pressed. */
  note(): Note | undefined;
  say(note: Note): void;
  /** Back to the ready-made clients, the real time, no faults and the usual settings; ids go on. */
  reset(): void;
};

/** Promises a world with the state that `dataDir` holds, or with the ready-made clients when it holds none. */
export function buildBillingWorld(dataDir: string | undefined): BillingWorld {
  const path = dataDir === undefined ? undefined : join(dataDir, 'simulators', 'billmanager.json');
  const store = buildBillingStore(buildSnapshotFile<BillingSnapshot>(path));
  const clock = buildClock();
  const sessions = buildSessions(clock);
  const received = buildReceivedLog();
  const faults = buildFaultSwitch();
  let settings: PanelSettings = {};
  let note: Note | undefined;
  const seedReadyMade = (): void => {
    for (const client of READY_MADE_CLIENTS) addClient(store, client, clock.now());
  };
  if (store.isNew) seedReadyMade();
  return {
    store,
    clock,
    sessions,
    received,
    faults,
    settings: () => settings,
    setSettings: (next) => (settings = next),
    note: () => note,
    say: (next) => (note = next),
    reset: () => {
      clock.reset();
      sessions.clear();
      received.clear();
      faults.set({});
      settings = {};
      note = undefined;
      store.clear();
      seedReadyMade();
    },
  };
}
