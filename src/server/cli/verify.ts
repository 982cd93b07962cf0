import { verifyLedger } from '../../use-cases/verifyLedger';
import { buildProgressBar } from './buildProgressBar';
import { describeBadRow } from './describeBadRow';
import type { StoreCommand } from './operatorCommand';

/** `support-credits verify`: proves the whole ledger; 0 when it holds, 1 with the first bad row. */
export const verify: StoreCommand = {
  needs: 'store',
  summary: 'prove the whole ledger: chain, sums, grants, refunds',
  usage: 'support-credits verify [--json]',
  options: { json: { type: 'boolean' } },
  prepare: (values, terminal) => async (store) => {
    const startedAt = performance.now();
    const bar = buildProgressBar(terminal, await store.proof.countEntries());
    const { accountCount, entryCount, bad } = await verifyLedger(store.proof, (done) => bar.show(done));
    bar.end();
    const seconds = (performance.now() - startedAt) / 1_000;
    const entriesPerSecond = Math.round(entryCount / Math.max(seconds, 0.001));
    if (values['json'] === true) {
      const verdict = { ok: bad === undefined, accountCount, entryCount, seconds, entriesPerSecond, bad };
      await terminal.write(`${JSON.stringify(verdict)}\n`);
    } else if (bad === undefined) {
      await terminal.write(
        `The ledger holds: ${entryCount} entries of ${accountCount} accounts proved in ${seconds.toFixed(1)} s ` +
          `(${entriesPerSecond} entries/s).\n`,
      );
    } else await terminal.write(`${describeBadRow(bad)}\n`);
    return bad === undefined ? 0 : 1;
  },
};
