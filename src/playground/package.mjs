import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askForHoles } from './askForHoles.mjs';
import { ensureBuilt } from './ensureBuilt.mjs';
import { ensureInstalled } from './ensureInstalled.mjs';
import { packBridge } from './packBridge.mjs';
import { fromRoot } from './projectRoot.mjs';
import { readBuyUrl } from './readBuyUrl.mjs';
import { readPackageSettings } from './readPackageSettings.mjs';
import { renderPackage } from './renderPackage.mjs';
import { runMain } from './runMain.mjs';
import { UserError } from './UserError.mjs';
import { writeChecksums } from './writeChecksums.mjs';
import { writeSbom } from './writeSbom.mjs';

/**
 * `npm run package`: builds and writes the release: the zip to upload in Zendesk, with the bridge's address and the webhook secret
 * filled in and validated, the bridge, the help center's script, what changed, a bill of materials, and checksums. An argument
 * names another folder than `dist/release` for it, for a trial: that looks up no known holes, so it ends alike with and without a network.
 */
async function main() {
  const { bridgeUrl, webhookSecret } = readPackageSettings(process.env);
  const buyUrl = readBuyUrl(process.env['POLICY_FILE']);
  await ensureInstalled();
  const isTrial = process.argv[2] !== undefined;
  const holes = isTrial ? [] : await askForHoles();
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
    const target = fromRoot(process.argv[2] ?? 'dist/release');
    // What an earlier release left would stand beside this one without a checksum; a folder of somebody else is left as it is.
    if (!isTrial) rmSync(target, { recursive: true, force: true });
    mkdirSync(target, { recursive: true });
    const zipPath = join(target, `support-credits-${version}.zip`);
    await zipPackage(folder, zipPath);
    const paths = [zipPath, ...(await writeOthers(target, version))];
    writeChecksums(target, paths);
    console.log(`The release ${version}, for the bridge at ${bridgeUrl}:`);
    for (const path of paths) console.log(`${path} (${Math.ceil(statSync(path).size / 1024)} KB)`);
    for (const sentence of holes) console.log(sentence);
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Everything of the release but the zip.
 * @param {string} target
 * @param {string} version
 */
async function writeOthers(target, version) {
  const script = join(target, `support-credits-help-center-${version}.js`);
  copyFileSync(fromRoot('dist/help-center/support-credits.js'), script);
  const changes = join(target, 'CHANGELOG.md');
  copyFileSync(fromRoot('CHANGELOG.md'), changes);
  const bom = join(target, `support-credits-${version}.cdx.json`);
  await writeSbom(bom);
  return [await packBridge(target), script, changes, bom];
}

await runMain(main);
