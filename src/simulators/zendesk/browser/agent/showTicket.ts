import type { AgentEvent, TicketEvent } from '../../pages/views/PageData';
import type { TicketView } from '../../pages/views/TicketView';
import { element } from '../dom/element';
import { listenToChanges } from '../listenToChanges';
import type { RestClient } from '../restClient';
import { mountApp } from '../zaf/mountApp';
import type { AppFrame } from '../zaf/mountApp';
import { conversation } from './conversation';
import { followUpForm } from './followUpForm';
import { replyBox } from './replyBox';
import { requesterProfile } from './requesterProfile';
import { submitTicket } from './submitTicket';
import { submitWithApp } from './submitWithApp';
import type { Surroundings } from './Surroundings';
import { buildTicketModel } from './ticketModel';
import type { TicketModel } from './ticketModel';
import { ticketOptions } from './ticketOptions';
import { ticketProperties } from './ticketProperties';
import { ticketRelations } from './ticketRelations';

/** One ticket in three columns: its properties and its requester, the conversation, and the installed app. It follows every change. */
export function showTicket({ page, data, rest, scheme }: Surroundings, ticket: TicketView): void {
  const model = buildTicketModel(ticket);
  const app = mountApp({ ...data, location: 'ticket_sidebar', ticket: model, rest, scheme });
  const { submit, hear, refresh } = followTicket(model, rest, app);
  page.append(
    element(
      'main',
      { class: 'ticket' },
      element(
        'div',
        { class: 'column' },
        ticketProperties(model),
        ticketRelations(model, rest, data.clients),
        requesterProfile(model, rest),
      ),
      element(
        'section',
        { class: 'middle' },
        element('h1', { dir: 'auto' }, `#${String(ticket.id)} ${ticket.subject}`),
        conversation(model),
        answerBox(model, rest, submit),
        ticketOptions(model, rest),
      ),
      app?.element ?? element('p', { class: 'app empty' }, 'No installed app has a place beside tickets.'),
    ),
  );
  listenToChanges<AgentEvent>('/agent/events', hear, refresh);
}

/** The reply, and once the ticket is closed the form of a follow-up in its place. */
function answerBox(model: TicketModel, rest: RestClient, submit: () => Promise<void>): HTMLElement {
  const reply = replyBox(model, submit);
  const followUp = followUpForm(model, rest);
  const draw = () => {
    reply.hidden = model.saved().status === 'closed';
    followUp.hidden = !reply.hidden;
  };
  draw();
  model.onChange(draw);
  return element('div', {}, reply, followUp);
}

function followTicket(model: TicketModel, rest: RestClient, app: AppFrame | undefined) {
  const ticketId = model.saved().id;
  const read = () => rest.read<TicketView>(`/agent/data/tickets/${String(ticketId)}`);
  const ownAudits = new Set<number>();
  let submitting: Promise<void> = Promise.resolve();

  const refresh = () => {
    // A read that fails leaves what is shown; the next change reads again.
    read().then(model.replaceSaved, () => undefined);
  };
  const save = async () => {
    const auditId = await submitTicket(model, rest);
    if (auditId !== undefined) ownAudits.add(auditId);
    model.replaceSubmitted(await read());
  };
  const hear = async (event: TicketEvent) => {
    if (event.ticketId !== ticketId) return;
    // The stream may be faster than the answer to this page's own submit.
    await submitting;
    model.replaceSaved(await read());
    const isOwn = event.auditId !== undefined && ownAudits.delete(event.auditId);
    if (!isOwn || event.byRule) app?.emit('ticket.updated', event.actor);
  };

  return {
    submit: () => (submitting = submitWithApp(app, save)),
    hear: (event: AgentEvent) => {
      if ('ticketId' in event) hear(event).catch(() => undefined);
      else if (event.userId === model.saved().requester?.id) refresh();
    },
    refresh,
  };
}
