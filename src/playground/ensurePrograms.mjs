import { runProgram } from './runProgram.mjs';
import { UserError } from './UserError.mjs';

/**
 * Sees to it that these programs run; each is a Debian package of the same name. As root they
 * are installed, else one sentence says what to do.
 * @param {string[]} names
 * @param {NodeJS.ProcessEnv} [env]
 */
export async function ensurePrograms(names, env = process.env) {
  const missing = await findMissing(names, env);
  if (missing.length === 0) return;
  let words = '';
  if (process.getuid?.() === 0) {
    console.log(`Installing ${missing.join(' and ')} for the tests …`);
    words = await install(missing, env);
    if ((await findMissing(missing, env)).length === 0) return;
  }
  throw new UserError(
    `${words}The tests of the BILLmanager plug-in need ${missing.join(' and ')}: apt-get install ${missing.join(' ')}.`,
  );
}

/**
 * @param {string[]} names
 * @param {NodeJS.ProcessEnv} env
 */
async function findMissing(names, env) {
  const missing = [];
  for (const name of names) {
    if ((await runProgram('/bin/sh', ['-c', `command -v ${name}`], { env })).code !== 0) missing.push(name);
  }
  return missing;
}

/**
 * @param {string[]} packages
 * @param {NodeJS.ProcessEnv} env
 */
async function install(packages, env) {
  const options = { env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } };
  const update = await runProgram('apt-get', ['update'], options);
  const args = ['install', '-y', '--no-install-recommends', ...packages];
  return update.output + (await runProgram('apt-get', args, options)).output;
}
