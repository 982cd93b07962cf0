import { AdapterError } from '../../../use-cases/ports/AdapterError';
import type { Finding } from '../../../use-cases/ports/billingInspection';
import type { Verdict } from '../../../use-cases/ports/finding';
import { readColumn } from '../billmanagerColumns';
import { hasField } from '../document/hasField';
import type { TreeNode } from '../document/TreeNode';
import type { Reading } from '../reading';
import type { InspectedColumn, InspectedList } from './inspectedLists';

type Look = { kind: 'found'; words: string } | { kind: 'wrong'; finding: Finding };

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
    return describeWrongKind(asked, names, 'something else than the id of an account');
  }
  if (isCode && !texts.every((text) => /^\d+(_|$)/.test(text))) {
    return describeWrongKind(asked, names, 'words where a code is needed');
  }
  const name = names.find((each) => asked.rows.some((row) => row.get(each) !== undefined)) ?? column;
  return { kind: 'found', words: name === column ? name : `${name} (${column})` };
}

async function describeEmpty(reading: Reading, asked: Asked): Promise<Look> {
  const { list, column: inspected, rows } = asked;
  const names = reading.columns[inspected.column];
  const present = names.find((name) => rows.some((row) => row.has(name)));
  if (inspected.isInForm === true && (await standsInForm(reading, asked))) {
    const found = `${list.func}: ${inspected.column} stands only in the form behind a row, which costs a call for each row${
      list.isLong === true ? ': a client with many rows cannot be read' : ''
    }.`;
    return toWrong(
      list.isLong === true ? 'problem' : 'note',
      found,
      `Let the list show it, or if a column holds it, ${describeKey(asked)}`,
    );
  }
  if (present !== undefined) {
    return { kind: 'found', words: `${present} (${inspected.column}), empty in all of them` };
  }
  const found = `${list.func}: no column is called ${names.join(' or ')} (${inspected.column})`;
  if (inspected.canBeMissing !== undefined) {
    return toWrong(
      'note',
      `${found}; ${inspected.canBeMissing}.`,
      `If another column holds it, ${describeKey(asked)}`,
    );
  }
  return toWrong('problem', `${found}.`, `Let the service user see that column, or ${describeKey(asked)}`);
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

function describeWrongKind(asked: Asked, names: readonly string[], what: string): Look {
  const { list, column } = asked;
  const found = `${list.func}: column ${names.join(' or ')} (${column.column}) holds ${what}.`;
  return toWrong('problem', found, capitalize(describeKey(asked)));
}

function describeKey({ column, rows }: Asked): string {
  const all = [...new Set(rows.flatMap((row) => row.names()))].filter((name) => /^[\w.]{1,40}$/.test(name));
  const some = all.slice(0, MAX_NAMES).join(', ');
  return `name it in the policy key billing.columns.${column.column}; the rows have: ${some || 'no columns'}.`;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function toWrong(verdict: Verdict, found: string, change: string): Look {
  return { kind: 'wrong', finding: { step: 'columns', verdict, found, change } };
}
