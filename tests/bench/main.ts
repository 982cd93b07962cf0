import { parseArgs } from 'node:util';
import { benchLedger } from './ledger/benchLedger';
import { describeMachine } from './describeMachine';
import { printReport } from './printReport';

/** `npm run bench -- ledger [--json] [--quick]`: what each part does per second beside the least the database could do. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, quick: { type: 'boolean', default: false } },
  });
  if (positionals.length !== 1 || positionals[0] !== 'ledger') {
    console.error('Say what to measure: npm run bench -- ledger [--json] [--quick]');
    process.exitCode = 2;
    return;
  }
  // Progress goes to stderr, so that --json gives nothing but JSON.
  const progress = (message: string) => console.error(message);
  const { server, figures } = await benchLedger({ isQuick: values.quick, progress });
  const report = { ...describeMachine(server), isQuick: values.quick, figures };
  if (values.json) console.log(JSON.stringify(report, null, 2));
  else printReport(report);
}

void main();
