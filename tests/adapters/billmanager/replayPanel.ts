import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startScriptedPanel } from './scriptedPanel';
import type { ScriptedPanel } from './scriptedPanel';

type Exchange = { asked: Record<string, string>; answered: unknown };

/** A panel that repeats a recorded conversation, call by call. */
export type ReplayedPanel = ScriptedPanel & {
  /** The forms of the recording, in their order: what must have been asked when all is over. */
  asked: Record<string, string>[];
};

/** `name` is a file of tests/fixtures/billmanager/exchanges; what is asked after its end is answered with status 500. */
export async function replayPanel(name: string): Promise<ReplayedPanel> {
  const file = join(__dirname, '../../fixtures/billmanager/exchanges', `${name}.json`);
  const exchanges = JSON.parse(readFileSync(file, 'utf8')) as Exchange[];
  const panel = await startScriptedPanel(
    (_params, call) => exchanges[call - 1]?.answered ?? { status: 500, body: '' },
  );
  return { ...panel, asked: exchanges.map(({ asked }) => asked) };
}
