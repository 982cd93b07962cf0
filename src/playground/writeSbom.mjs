import { writeFileSync } from 'node:fs';
import { runProgram } from './runProgram.mjs';
import { UserError } from './UserError.mjs';

/**
 * Writes the software bill of materials (CycloneDX) of all packages in the lockfile: those that the bridge runs with are
 * `required`, those that are bundled into the app, or only build and test it, are marked as of development.
 * @param {string} path
 */
export async function writeSbom(path) {
  // Garden still carries a package whose peer is an older React; npm would give up over it.
  const args = ['sbom', '--package-lock-only', '--legacy-peer-deps', '--sbom-format', 'cyclonedx'];
  const { code, output } = await runProgram('npm', args);
  if (code !== 0)
    throw new UserError(`${output}\nThe bill of materials could not be made (npm sbom), see above.`);
  writeFileSync(path, output);
}
