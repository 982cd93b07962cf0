import { toFinding } from '../../../domain/setup/finding';
import { say } from '../../../domain/setup/saying';
import type { Saying, SayingValue } from '../../../domain/setup/saying';
import { AdapterError } from '../../../use-cases/ports/AdapterError';
import type { BillingFinding } from '../../../use-cases/ports/billingInspection';
import { readColumn } from '../billmanagerColumns';
import { hasField } from '../document/hasField';
import type { TreeNode } from '../document/TreeNode';
import type { Reading } from '../reading';
import type { InspectedColumn, InspectedList } from './inspectedLists';

type Look = { kind: 'found'; column: string | Saying } | { kind: 'wrong'; finding: BillingFinding };

type Asked = { list: InspectedList; column: InspectedColumn; rows: readonly TreeNode[] };

/** How many names of columns are shown to choose from. */
const MAX_NAMES = 40;

/** Looks for one column in the rows of a list. Names of columns are shown, never what stands in them. */
export async function lookAtColumn(reading: Reading, asked: Asked): Promise<Look> {
  const { column, isCode = false } = asked.column;
  const names = reading.columns[column];
  const texts = asked.rows.flatMap((row) => readColumn(row, names) ?? []);
  if (texts.length === 0) return describeEmpty(reading, asked);
  if (column === 'accountId' && !texts.every((text) => /^\d+$/.test(text))) {
    return describeWrongKind(asked, names, 'column_no_account');
  }
  if (isCode && !texts.every((text) => /^\d+(_|$)/.test(text))) {
    return describeWrongKind(asked, names, 'column_no_code');
  }
  const name = names.find((each) => asked.rows.some((row) => row.get(each) !== undefined)) ?? column;
  return { kind: 'found', column: name === column ? name : `${name} (${column})` };
}

async function describeEmpty(reading: Reading, asked: Asked): Promise<Look> {
  const { list, column: inspected, rows } = asked;
  const { column, canBeMissing: but } = inspected;
  const names = reading.columns[column];
  const present = names.find((name) => rows.some((row) => row.has(name)));
  if (inspected.isInForm === true && (await standsInForm(reading, asked))) {
    const where = { list: list.func, column };
    return list.isLong === true
      ? toWrong('problem', say('column_in_form_long', where), say('column_show', toChoice(asked)))
      : toWrong('note', say('column_in_form', where), say('column_show', toChoice(asked)));
  }
  if (present !== undefined) return { kind: 'found', column: say('column_empty', { name: present, column }) };
  const where = { list: list.func, asked: { or: names }, column };
  return but === undefined
    ? toWrong('problem', say('column_missing', where), say('column_let_see', toChoice(asked)))
    : toWrong(
        'note',
        say('column_missing_but', { ...where, but }),
        say('column_name_other', toChoice(asked)),
      );
}

/** Whether the form behind the first row holds it. */
async function standsInForm({ panel, columns, signal }: Reading, asked: Asked): Promise<boolean> {
  const elid = asked.rows[0]?.get('id');
  if (elid === undefined) return false;
  try {
    const form = await panel.ask(`${asked.list.func}.edit`, { elid }, signal);
    if (form === undefined) return false;
    return columns[asked.column.column].some((name) => hasField(form.fields, name));
  } catch (error) {
    if (error instanceof AdapterError) return false;
    throw error;
  }
}

function describeWrongKind(
  asked: Asked,
  names: readonly string[],
  code: 'column_no_account' | 'column_no_code',
): Look {
  const { list, column } = asked;
  const found = say(code, { list: list.func, asked: { or: names }, column: column.column });
  return toWrong('problem', found, say('column_name', toChoice(asked)));
}

/** The key that names the column, and the names to choose from. */
function toChoice({ column, rows }: Asked): { column: string; names: SayingValue } {
  const all = [...new Set(rows.flatMap((row) => row.names()))].filter((name) => /^[\w.]{1,40}$/.test(name));
  const some = all.slice(0, MAX_NAMES);
  return { column: column.column, names: some.length === 0 ? say('no_columns') : { list: some } };
}

function toWrong(verdict: 'problem' | 'note', found: Saying, change: Saying): Look {
  return { kind: 'wrong', finding: toFinding('columns', verdict, found, change) };
}
