import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startBillmanager } from '../../../../src/simulators/billmanager/startBillmanager';
import { startScriptedPanel } from '../scriptedPanel';
import { holdClientFacts, holdSessionLife } from './conversations';
import type { Stage } from './conversations';
import { EXCHANGES_FOLDER } from './replayPanel';
import type { Exchange } from './replayPanel';

/**
 * Holds the conversations with the simulated panel and writes down each exchange, one a line. Run again when the bridge
 * asks for something else than before: `node --require ./tests/simulators/compileOnRequire.cjs <this file>`.
 */
async function main(): Promise<void> {
  mkdirSync(EXCHANGES_FOLDER, { recursive: true });
  for (const [name, hold] of Object.entries({ sessionLife: holdSessionLife, clientFacts: holdClientFacts })) {
    const exchanges = await record(hold);
    const lines = toStableLines(exchanges).join(',\n');
    writeFileSync(join(EXCHANGES_FOLDER, `${name}.json`), `[\n${lines}\n]\n`);
  }
}

async function record(hold: (stage: Stage) => Promise<unknown>): Promise<Exchange[]> {
  const simulator = await startBillmanager({ port: 0 });
  const exchanges: Exchange[] = [];
  const between = await startScriptedPanel(async (asked) => {
    const body = new URLSearchParams(asked);
    const answer = await fetch(`${simulator.url}/billmgr`, { method: 'POST', body });
    const answered: unknown = await answer.json();
    exchanges.push({ asked, answered });
    return answered;
  });
  await hold({ url: between.url, endSessions: () => simulator.reset() });
  await between.close();
  await simulator.close();
  return exchanges;
}

/** Sessions and ports are made anew at every run: they get names that stay, so that recordings can be compared. */
function toStableLines(exchanges: Exchange[]): string[] {
  const sessions = [...new Set(exchanges.flatMap(({ asked }) => asked['auth'] ?? []))];
  return exchanges.map((exchange) =>
    sessions
      .reduce(
        (line, session, index) => line.replaceAll(session, `recorded-session-${index + 1}`),
        JSON.stringify(exchange),
      )
      .replace(/localhost:\d+/g, 'localhost:4001'),
  );
}

void main();
