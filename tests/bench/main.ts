import { parseArgs } from 'node:util';
import type { Bench } from './bench';
import { benchBilling } from './billing/benchBilling';
import { benchDefects } from './defects/benchDefects';
import { benchIntake } from './intake/benchIntake';
import { benchLedger } from './ledger/benchLedger';
import { benchReconcile } from './reconcile/benchReconcile';
import { benchSidebar } from './sidebar/benchSidebar';
import { benchReports } from './reports/benchReports';
import { describeMachine } from './describeMachine';
import { printReport } from './printReport';

const BENCHES: ReadonlyMap<string, Bench> = new Map([
  ['ledger', benchLedger],
  ['billing', benchBilling],
  ['defects', benchDefects],
  ['reports', benchReports],
  ['sidebar', benchSidebar],
  ['intake', benchIntake],
  ['reconcile', benchReconcile],
]);

/** `npm run bench -- ledger|billing|defects|reports|sidebar|intake|reconcile [--json] [--quick]`: what each part does beside the least that it could cost. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, quick: { type: 'boolean', default: false } },
  });
  const bench = positionals.length === 1 ? BENCHES.get(positionals[0]!) : undefined;
  if (bench === undefined) {
    console.error(
      `Say what to measure: npm run bench -- ${[...BENCHES.keys()].join('|')} [--json] [--quick]`,
    );
    process.exitCode = 2;
    return;
  }
  // Progress goes to stderr, so that --json gives nothing but JSON.
  const progress = (message: string) => console.error(message);
  const { server, figures } = await bench({ isQuick: values.quick, progress });
  const report = { ...describeMachine(server), isQuick: values.quick, figures };
  if (values.json) console.log(JSON.stringify(report, null, 2));
  else printReport(report);
}

void main();
