import type { Bench } from '../bench';
import { benchDecode } from './benchDecode';

/** Measures how billing's answers are read; each measurement has a file of its own. */
export const benchBilling: Bench = async ({ isQuick, progress }) => {
  const runs = isQuick ? 1 : 5;
  return { server: undefined, figures: benchDecode({ isQuick, runs, progress }) };
};
