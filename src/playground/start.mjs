import { join } from 'node:path';
import { bridgeEnvironment, bridgeUrlOf, simulatorsEnvironment } from './childEnvironments.mjs';
import { ensureBuilt } from './ensureBuilt.mjs';
import { ensureInstalled } from './ensureInstalled.mjs';
import { ensurePortsFree } from './ensurePortsFree.mjs';
import { loadSecrets } from './loadSecrets.mjs';
import { fromRoot } from './projectRoot.mjs';
import { readBuyUrl } from './readBuyUrl.mjs';
import { readSettings } from './readSettings.mjs';
import { renderPackage } from './renderPackage.mjs';
import { runMain } from './runMain.mjs';
import { startPart } from './startPart.mjs';
import { waitForEnd } from './waitForEnd.mjs';
import { answers, failure, waitUntilReady } from './waitUntilReady.mjs';
import { writeCard } from './writeCard.mjs';

/** @typedef {import('./startPart.mjs').Part} Part */

const SIMULATORS_TIMEOUT_MS = 30_000;
const BRIDGE_TIMEOUT_MS = 60_000;

/**
 * `npm start`: sets up what is missing, runs the simulators and the bridge, and stops them in reverse order at the end.
 * `npm start -- --verbose` also prints what they log.
 */
async function main() {
  const ending = new AbortController();
  const end = waitForEnd().then(() => ending.abort());
  const settings = readSettings(process.env);
  await ensurePortsFree(settings);
  await ensureInstalled();
  await ensureBuilt();
  /** @type {Part[]} */
  const parts = [];
  try {
    await Promise.race([startAll(settings, parts, ending.signal), end]);
    if (!ending.signal.aborted) {
      console.log(writeCard(settings));
      const deaths = parts.map((part) =>
        part.ended.then(() => Promise.reject(failure(part, 'ended by itself'))),
      );
      await Promise.race([end, ...deaths]);
    }
    return 0;
  } finally {
    for (const part of parts.reverse()) await part.stop();
  }
}

/**
 * @param {import('./readSettings.mjs').PlaygroundSettings} settings
 * @param {Part[]} parts Gets each part as it starts, so that a broken start can be cleared away.
 * @param {AbortSignal} ending No more parts are started once it is given.
 */
async function startAll(settings, parts, ending) {
  const { dataDir, hasZendeskSimulator, hasBillmanagerSimulator } = settings;
  const verbose = process.argv.includes('--verbose');
  const secrets = loadSecrets(dataDir, process.env);
  const appFolder = join(dataDir, 'app');
  const { ZENDESK_WEBHOOK_SECRET: webhookSecret } = secrets;
  renderPackage({
    from: fromRoot('dist/app'),
    to: appFolder,
    bridgeUrl: bridgeUrlOf(settings),
    webhookSecret,
    buyUrl: readBuyUrl(process.env['POLICY_FILE']),
  });
  const common = { logFolder: join(dataDir, 'logs'), verbose };
  if ((hasZendeskSimulator || hasBillmanagerSimulator) && !ending.aborted) {
    const env = simulatorsEnvironment(settings, secrets, appFolder);
    const simulators = startPart({ name: 'simulators', args: ['dist/simulators/main.js'], env, ...common });
    parts.push(simulators);
    let isReady = false;
    void simulators.sawLine((line) => line.startsWith('{"ready":true')).then(() => (isReady = true));
    await waitUntilReady(simulators, async () => isReady, SIMULATORS_TIMEOUT_MS);
  }
  if (ending.aborted) return;
  const args = ['dist/bridge/support-credits.js', 'serve'];
  const bridge = startPart({ name: 'bridge', args, env: bridgeEnvironment(settings, secrets), ...common });
  parts.push(bridge);
  await waitUntilReady(bridge, () => answers(`${bridgeUrlOf(settings)}/readyz`), BRIDGE_TIMEOUT_MS);
}

await runMain(main);
