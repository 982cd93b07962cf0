import { cpus, platform, release, totalmem } from 'node:os';

/** The machine and versions that figures are read with; figures of different machines do not compare. `server` is the database. */
export function describeMachine(server: string | undefined) {
  const [first] = cpus();
  return {
    takenAt: new Date().toISOString(),
    machine: {
      processor: first?.model.trim() ?? 'unknown',
      cores: cpus().length,
      memoryGib: Math.round(totalmem() / 2 ** 30),
      system: `${platform()} ${release()}`,
    },
    versions: { node: process.version, v8: process.versions.v8, postgres: server },
  };
}
