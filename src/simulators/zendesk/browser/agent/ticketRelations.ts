import type { UserView } from '../../pages/views/UserView';
import { element } from '../dom/element';
import { ticketLinks } from '../dom/ticketLinks';
import type { RestClient } from '../restClient';
import { drawWhenChanged } from './drawWhenChanged';
import { problemField } from './problemField';
import { requesterField } from './requesterField';
import { tagsField } from './tagsField';
import type { TicketModel } from './ticketModel';

/** Under the properties: whose ticket it is, its tags, and what other tickets it belongs to. */
export function ticketRelations(
  model: TicketModel,
  rest: RestClient,
  clients: readonly UserView[],
): HTMLElement {
  const links = element('div', { class: 'links' });
  drawWhenChanged(
    model,
    () => model.saved().relations,
    ({ incidents, incidentCount, followUpOf, followUps }) => {
      const shown = incidents.length < incidentCount ? `, the first ${String(incidents.length)}` : '';
      links.replaceChildren(
        ...ticketLinks(`Incidents (${String(incidentCount)}${shown})`, incidents),
        ...ticketLinks('Follow-up of', followUpOf === null ? [] : [followUpOf]),
        ...ticketLinks('Follow-ups', followUps),
      );
    },
  );
  return element(
    'section',
    { class: 'properties relations', 'aria-label': 'Relations' },
    requesterField(model, rest, clients),
    problemField(model, rest),
    tagsField(model),
    links,
  );
}
