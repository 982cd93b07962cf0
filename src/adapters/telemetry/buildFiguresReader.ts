import type { Clock } from '../../use-cases/ports/clock';
import type { Figures, FiguresSource } from '../../use-cases/ports/figures';
import type { Logger } from '../../use-cases/ports/logger';

/** Whoever fetches more often gets the same again: scrapers, however many, cannot load the database. */
const KEPT_MS = 15_000;

/** Reads the figures at most once in 15 s, one reading at a time. Undefined: the database could not be asked. */
export function buildFiguresReader(deps: {
  figures: FiguresSource;
  clock: Clock;
  logger: Logger;
}): () => Promise<Figures | undefined> {
  const { figures, clock, logger } = deps;
  let kept: { reading: Promise<Figures | undefined>; begunMs: number } | undefined;
  return () => {
    // Measured by the process's own steady clock.
    const nowMs = performance.now();
    if (kept === undefined || nowMs - kept.begunMs >= KEPT_MS) {
      const reading = figures.readFigures(clock.now().toISOString()).catch(() => {
        logger.warn({}, 'the figures for metrics could not be read from the database');
        return undefined;
      });
      kept = { reading, begunMs: nowMs };
    }
    return kept.reading;
  };
}
