import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './ensureBuilt.mjs';
import { ensureInstalled } from './ensureInstalled.mjs';
import { fromRoot } from './projectRoot.mjs';
import { readBuyUrl } from './readBuyUrl.mjs';
import { readPackageSettings } from './readPackageSettings.mjs';
import { renderPackage } from './renderPackage.mjs';
import { runMain } from './runMain.mjs';
import { UserError } from './UserError.mjs';

/**
 * `npm run package`: builds, fills in the bridge's address and the webhook secret, validates, and writes the zip to
 * upload in Zendesk. An argument names another folder than `dist` for it.
 */
async function main() {
  const { bridgeUrl, webhookSecret } = readPackageSettings(process.env);
  const buyUrl = readBuyUrl(process.env['POLICY_FILE']);
  await ensureInstalled();
  await ensureBuilt();
  // Not at the top: what they import is there only once the packages are installed.
  const { validatePackage } = await import('./validatePackage.mjs');
  const { zipPackage } = await import('./zipPackage.mjs');
  const folder = mkdtempSync(join(tmpdir(), 'support-credits-app-'));
  try {
    renderPackage({ from: fromRoot('dist/app'), to: folder, bridgeUrl, webhookSecret, buyUrl });
    const problems = validatePackage(folder, { webhookSecret });
    if (problems.length > 0) {
      throw new UserError(`Zendesk would refuse the package:\n- ${problems.join('\n- ')}`);
    }
    const { version } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    const target = fromRoot(process.argv[2] ?? 'dist');
    mkdirSync(target, { recursive: true });
    const zipPath = join(target, `support-credits-${version}.zip`);
    await zipPackage(folder, zipPath);
    console.log(
      `${zipPath} (${Math.ceil(statSync(zipPath).size / 1024)} KB), for the bridge at ${bridgeUrl}`,
    );
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await runMain(main);
