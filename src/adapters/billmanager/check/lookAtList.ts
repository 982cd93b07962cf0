import { toFinding } from '../../../domain/setup/finding';
import { say } from '../../../domain/setup/saying';
import type { Saying } from '../../../domain/setup/saying';
import type { BillingFinding } from '../../../use-cases/ports/billingInspection';
import type { Answer } from '../buildPanel';
import type { Reading } from '../reading';
import type { InspectedList } from './inspectedLists';
import { lookAtColumn } from './lookAtColumn';

/** Enough rows to see which columns are filled, few enough for any panel. */
const SAMPLE_ROWS = 100;

/** Whether the service user sees a list, how much of it, and whether its rows have the columns that are read. */
export async function lookAtList(reading: Reading, list: InspectedList): Promise<BillingFinding[]> {
  const params = { filter: 'on', p_cnt: String(SAMPLE_ROWS), p_num: '1' };
  const answer = await reading.panel.ask(list.func, params, reading.signal);
  if (answer === undefined) return [describeMissingRight(list)];
  if (!answer.isList) return [describeNoList(list)];
  const total = answer.fields.get('p_elems') ?? String(answer.rows.length);
  const allowed = say('list_good', { list: list.func, rows: total });
  return [
    toFinding('rights', 'good', allowed, list.compare),
    ...(await lookAtColumns(reading, list, answer)),
  ];
}

async function lookAtColumns(
  reading: Reading,
  list: InspectedList,
  answer: Answer,
): Promise<BillingFinding[]> {
  const { func, columns } = list;
  if (columns.length === 0) return [];
  if (answer.rows.length === 0) {
    return [toFinding('columns', 'note', say('columns_no_rows', { list: func }), say('columns_look_again'))];
  }
  const found: (string | Saying)[] = [];
  const findings: BillingFinding[] = [];
  for (const column of columns) {
    const look = await lookAtColumn(reading, { list, column, rows: answer.rows });
    if (look.kind === 'found') found.push(look.column);
    else findings.push(look.finding);
  }
  if (found.length === 0) return findings;
  const good = say('columns_good', { list: func, columns: { list: found }, rows: answer.rows.length });
  return [toFinding('columns', 'good', good), ...findings];
}

function describeNoList({ func: list, section }: InspectedList): BillingFinding {
  return toFinding('rights', 'problem', say('list_is_none', { list }), say('list_open_section', { section }));
}

function describeMissingRight({ func: list, section }: InspectedList): BillingFinding {
  const refused = say('list_refused', { list });
  return toFinding('rights', 'problem', refused, say('list_give_right', { section, list }));
}
