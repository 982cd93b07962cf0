import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { startScriptedPanel } from '../scriptedPanel';
import type { ScriptedPanel } from '../scriptedPanel';

export const EXCHANGES_FOLDER = join(__dirname, '../../../fixtures/billmanager/exchanges');

/** What was asked, as the form that was posted, and what was answered. */
export type Exchange = { asked: Record<string, string>; answered: unknown };

/** A panel that repeats a recorded conversation. */
export type ReplayedPanel = ScriptedPanel & {
  /** What was recorded and has not been asked. */
  left: Exchange[];
};

/**
 * Each exchange is replayed once, to exactly its own form; readings ask several things at once, so the order is free.
 * What was never recorded is answered with status 404.
 */
export async function replayPanel(name: string): Promise<ReplayedPanel> {
  const left = JSON.parse(readFileSync(join(EXCHANGES_FOLDER, `${name}.json`), 'utf8')) as Exchange[];
  const panel = await startScriptedPanel((params) => {
    const index = left.findIndex(({ asked }) => isDeepStrictEqual(asked, params));
    return index < 0 ? { status: 404, body: '' } : left.splice(index, 1)[0]?.answered;
  });
  return { ...panel, left };
}
