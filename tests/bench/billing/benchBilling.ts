import type { Bench } from '../bench';
import { benchDecode } from './benchDecode';
import { benchFactsCache } from './benchFactsCache';
import { benchReading } from './benchReading';

/** Measures how billing's answers are read and recalled; each measurement has a file of its own. */
export const benchBilling: Bench = async ({ isQuick, progress }) => {
  const runs = isQuick ? 1 : 5;
  const decode = benchDecode({ isQuick, runs, progress });
  const reading = await benchReading({ expenses: 100_000, progress });
  const { server, figures } = await benchFactsCache({ isQuick, runs, progress });
  return { server, figures: [...decode, ...reading, ...figures] };
};
