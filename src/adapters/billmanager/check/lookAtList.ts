import type { Finding } from '../../../use-cases/ports/billingInspection';
import type { Answer } from '../buildPanel';
import type { Reading } from '../reading';
import type { InspectedList } from './inspectedLists';
import { lookAtColumn } from './lookAtColumn';

/** Enough rows to see which columns are filled, few enough for any panel. */
const SAMPLE_ROWS = 100;

/** Whether the service user sees a list, how much of it, and whether its rows have the columns that are read. */
export async function lookAtList(reading: Reading, list: InspectedList): Promise<Finding[]> {
  const params = { filter: 'on', p_cnt: String(SAMPLE_ROWS), p_num: '1' };
  const answer = await reading.panel.ask(list.func, params, reading.signal);
  if (answer === undefined) return [describeMissingRight(list)];
  if (!answer.isList) return [describeNoList(list)];
  const total = answer.fields.get('p_elems') ?? String(answer.rows.length);
  const found = `${list.func}: allowed, rows shown: ${total}.`;
  const allowed: Finding = {
    step: 'rights',
    verdict: 'good',
    found,
    ...(list.compare && { change: list.compare }),
  };
  return [allowed, ...(await lookAtColumns(reading, list, answer))];
}

async function lookAtColumns(reading: Reading, list: InspectedList, answer: Answer): Promise<Finding[]> {
  const { func, columns } = list;
  if (columns.length === 0) return [];
  if (answer.rows.length === 0) {
    const found = `${func}: no rows, so its columns cannot be looked at.`;
    return [{ step: 'columns', verdict: 'note', found, change: 'Look again when there are some.' }];
  }
  const found: string[] = [];
  const findings: Finding[] = [];
  for (const column of columns) {
    const look = await lookAtColumn(reading, { list, column, rows: answer.rows });
    if (look.kind === 'found') found.push(look.words);
    else findings.push(look.finding);
  }
  const words = `${func}: found ${found.join(', ')} (rows looked at: ${answer.rows.length}).`;
  return found.length > 0 ? [{ step: 'columns', verdict: 'good', found: words }, ...findings] : findings;
}

function describeNoList({ func, section }: InspectedList): Finding {
  return {
    step: 'rights',
    verdict: 'problem',
    found: `${func}: what the panel answers is no list.`,
    change: `Open «${section}» in BILLmanager as the service user and see what it shows in place of the list.`,
  };
}

function describeMissingRight({ func, section }: InspectedList): Finding {
  return {
    step: 'rights',
    verdict: 'problem',
    found: `${func}: not allowed, and it is read for each client.`,
    change: `Give the service user, or its department, the right to «${section}» (function ${func}) in BILLmanager.`,
  };
}
