import type { Row } from './document/row';
import { toUnusableError } from './reading';
import type { Reading } from './reading';
import { toPanelError } from './toAdapterError';

/** The form behind a row of the list `func`, which shows more than the list. Fails where it is not for us. */
export async function readRowForm({ panel, signal }: Reading, func: string, row: Row): Promise<Row> {
  const elid = row.get('id');
  if (elid === undefined) throw toUnusableError(`${func}.edit`, 'the row to open has no id');
  const form = await panel.ask(`${func}.edit`, { elid }, signal);
  if (form === undefined) throw toPanelError(`${func}.edit`, 'access');
  return form.fields;
}
