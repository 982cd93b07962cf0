import { readFileSync } from 'node:fs';

const LOOK_EVERY_MS = 500;

/** Shells that npm puts between itself and us. */
const SHELLS = ['sh', 'dash', 'bash'];

/**
 * Resolves when the user wants the playground to end: Ctrl-C, a closed terminal, `kill`, or the death of the npm that
 * started us (a killed npm takes nobody along).
 * @returns {Promise<void>}
 */
export function waitForEnd() {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve());
    const ancestry = readAncestry();
    if (process.env['npm_lifecycle_event'] === undefined) return;
    const look = setInterval(() => {
      if (readAncestry() === ancestry) return;
      clearInterval(look);
      resolve();
    }, LOOK_EVERY_MS);
    look.unref();
  });
}

/** Our parent, and its parent when ours is only the shell: whichever of them dies changes this. */
function readAncestry() {
  const parent = process.ppid;
  try {
    const stat = readFileSync(`/proc/${parent}/stat`, 'utf8');
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
    const grandparent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
    return SHELLS.includes(name) ? `${parent} ${grandparent}` : String(parent);
  } catch {
    return String(parent);
  }
}
