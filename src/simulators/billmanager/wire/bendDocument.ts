import type { PanelSettings } from '../settings/panelSettings';
import type { WireNode } from './columns';

const MONEY = /^(-?\d+\.\d\d) (EUR|USD|RUB)$/;

const SIGNS: Record<string, string> = { EUR: '€', USD: '$', RUB: 'руб.' };

/**
 * An answer in the shapes that some installs give it (billmanager.md 1.2, 4.4), as far as the settings ask for them:
 * one row as a bare object, absent instead of empty columns, hidden columns, messages in an array, signs of currencies.
 */
export function bendDocument(document: WireNode, settings: PanelSettings): WireNode {
  const doc = document['doc'];
  if (!isNode(doc) || Object.keys(settings).length === 0) return document;
  const { elem, error } = doc;
  const rows = Array.isArray(elem) ? elem.map((row) => bendRow(row, settings)) : undefined;
  const [only] = rows ?? [];
  const isBare = settings.singleRowAsObject === true && rows?.length === 1;
  const bent = {
    ...(rows === undefined ? bendRow(doc, { moneySigns: settings.moneySigns }) : doc),
    ...(rows === undefined ? {} : { elem: isBare && only !== undefined ? only : rows }),
    ...(settings.errorMessageAsArray === true && isNode(error) ? { error: withMessageArray(error) } : {}),
  };
  return { doc: bent };
}

function bendRow(
  row: WireNode,
  settings: Pick<PanelSettings, 'hiddenColumns' | 'omitsEmptyColumns' | 'moneySigns'>,
): WireNode {
  const columns = Object.entries(row)
    .filter(([name]) => settings.hiddenColumns?.includes(name) !== true)
    .filter(([, column]) => settings.omitsEmptyColumns !== true || !isEmpty(column))
    .map(([name, column]): [string, WireNode[string]] => [
      name,
      settings.moneySigns === true ? withSign(column) : column,
    ]);
  return Object.fromEntries(columns);
}

function withSign(column: WireNode[string]): WireNode[string] {
  if (!isNode(column) || typeof column['$'] !== 'string') return column;
  const text = column['$'].replace(MONEY, (_all, amount: string, currency: string) =>
    [amount, SIGNS[currency]].join(' '),
  );
  return { ...column, $: text };
}

function withMessageArray(error: WireNode): WireNode {
  const { msg } = error;
  return isNode(msg) ? { ...error, msg: [msg] } : error;
}

function isEmpty(column: WireNode[string]): boolean {
  return isNode(column) && Object.keys(column).length === 0;
}

function isNode(value: WireNode[string] | undefined): value is WireNode {
  return typeof value === 'object' && !Array.isArray(value);
}
