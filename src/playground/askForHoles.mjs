import { readAudit } from './readAudit.mjs';
import { runProgram } from './runProgram.mjs';
import { UserError } from './UserError.mjs';

const TIMEOUT_MS = 60_000;

/** Holes as bad as these keep a release from being made. */
const GRAVE = ['high', 'critical'];

/**
 * Asks npm's registry for known holes, and answers sentences for who makes the release: holes in what is bundled or builds, and
 * that nobody could be asked. Throws `UserError` when a package that the bridge runs with has a grave one.
 * @param {NodeJS.ProcessEnv} [env] Instead of our own environment.
 * @returns {Promise<string[]>}
 */
export async function askForHoles(env) {
  const [delivered, all] = [await audit(['--omit=dev'], env), await audit([], env)];
  if (delivered === undefined || all === undefined) {
    return [
      'Known holes of the packages could not be looked up: the registry does not answer. Run npm audit where it does, before you hand this out.',
    ];
  }
  const grave = delivered.filter(({ severity }) => GRAVE.includes(severity));
  if (grave.length > 0) {
    throw new UserError(
      `Packages that the bridge runs with have known holes: ${describe(grave)}. npm audit says which versions mend them.`,
    );
  }
  return all.length === 0
    ? []
    : [`Packages with known holes, none of them grave in the bridge: ${describe(all)}.`];
}

/**
 * @param {string[]} options
 * @param {NodeJS.ProcessEnv} [env]
 */
async function audit(options, env) {
  const { output } = await runProgram('npm', ['audit', '--json', ...options], { env, timeoutMs: TIMEOUT_MS });
  return readAudit(output);
}

/** @param {import('./readAudit.mjs').Hole[]} holes */
function describe(holes) {
  return holes.map(({ name, severity }) => `${name} (${severity})`).join(', ');
}
