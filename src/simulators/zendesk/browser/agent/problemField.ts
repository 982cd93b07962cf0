import type { TicketLink } from '../../pages/views/TicketLink';
import { element } from '../dom/element';
import { labelled } from '../dom/labelled';
import type { RestClient } from '../restClient';
import { drawWhenChanged } from './drawWhenChanged';
import type { TicketModel } from './ticketModel';

/** Which problem an incident belongs to; hidden for tickets of another type. It is saved with the ticket. */
export function problemField(model: TicketModel, rest: RestClient): HTMLElement {
  const select = element('select', { name: 'problem' }, element('option', { value: '' }, '–'));
  const box = labelled('Problem', select);
  const offered = new Map<string, TicketLink>();
  // Only ever adds: options drawn anew would undo what the agent is just choosing.
  const offer = (problems: readonly TicketLink[]) => {
    for (const problem of problems) {
      const value = String(problem.id);
      if (offered.has(value) || problem.id === model.saved().id) continue;
      offered.set(value, problem);
      select.append(element('option', { value }, `#${value} ${problem.subject}`));
    }
  };
  select.addEventListener('change', () => {
    model.change({ problem: offered.get(select.value) ?? null });
  });

  const read = () => {
    const { type, problem } = model.current();
    return { type, problem, isClosed: model.saved().status === 'closed' };
  };
  drawWhenChanged(model, read, ({ type, problem, isClosed }) => {
    box.hidden = type !== 'incident';
    select.disabled = isClosed;
    if (problem !== null) offer([problem]);
    select.value = problem === null ? '' : String(problem.id);
    // Without the list the problem that is chosen still stands there; the next change asks again.
    if (!box.hidden) readProblems(rest).then(offer, () => undefined);
  });
  return box;
}

async function readProblems(rest: RestClient): Promise<TicketLink[]> {
  return (await rest.read<{ tickets: TicketLink[] }>('/api/v2/problems.json')).tickets;
}
