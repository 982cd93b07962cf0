import { open } from 'node:fs/promises';
import type { ExportedEntry } from '../../use-cases/ports/ledgerExport';
import { buildProgressBar } from './buildProgressBar';
import type { StoreCommand } from './operatorCommand';
import { readChoice, readOptionalText } from './readOption';
import { toCsvLine } from '../toCsvLine';

/** Columns of the CSV, in order; JSON lines carry the same under the same names. */
const COLUMNS = [
  'billingAccountId',
  'accountSeq',
  'key',
  'kind',
  'amountCredits',
  'balanceAfterCredits',
  'reason',
  'problemId',
  'ticketId',
  'refundedKey',
  'actorKind',
  'occurredAt',
  'recordedAt',
  'entryHash',
] as const satisfies readonly (keyof ExportedEntry)[];

const FORMATS = {
  csv: {
    head: toCsvLine(COLUMNS),
    toLine: (entry: ExportedEntry) => toCsvLine(COLUMNS.map((name) => entry[name])),
  },
  jsonl: { head: '', toLine: (entry: ExportedEntry) => `${JSON.stringify(entry)}\n` },
};

/** `support-credits export`: every entry, in pieces, as fast as the reader takes them. */
export const exportEntries: StoreCommand = {
  needs: 'store',
  summary: 'all entries as CSV or JSON lines',
  usage: 'support-credits export --format csv|jsonl [--account ID] [--out FILE]',
  options: { format: { type: 'string' }, account: { type: 'string' }, out: { type: 'string' } },
  prepare: (values, terminal) => {
    const { head, toLine } = FORMATS[readChoice(values, 'format', ['csv', 'jsonl'] as const)];
    const account = readOptionalText(values, 'account');
    const path = readOptionalText(values, 'out');
    return async (store) => {
      const bar = buildProgressBar(terminal, await store.export.countEntries(account));
      const out = path === undefined ? { write: terminal.write, close: undefined } : await openFile(path);
      let done = 0;
      try {
        if (head !== '') await out.write(head);
        for await (const entries of store.export.readAllEntries(account)) {
          await out.write(entries.map(toLine).join(''));
          done += entries.length;
          bar.show(done);
        }
      } finally {
        bar.end();
        await out.close?.();
      }
      terminal.say(`${done} entries exported.\n`);
      return 0;
    };
  },
};

/** A new file that only its owner may read; a file that is there already is never written over. */
async function openFile(path: string) {
  const file = await open(path, 'wx', 0o600);
  return {
    write: async (text: string) => {
      await file.writeFile(text);
    },
    close: () => file.close(),
  };
}
