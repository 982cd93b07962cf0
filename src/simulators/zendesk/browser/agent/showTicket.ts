import type { AgentEvent, AgentPageData, TicketEvent } from '../../pages/views/PageData';
import type { TicketView } from '../../pages/views/TicketView';
import { element } from '../dom/element';
import { showToast } from '../dom/showToast';
import { listenToChanges } from '../listenToChanges';
import { toSentence } from '../restClient';
import type { RestClient } from '../restClient';
import { mountApp } from '../zaf/mountApp';
import type { AppFrame } from '../zaf/mountApp';
import type { ColorSchemeSwitch } from './colorScheme';
import { conversation } from './conversation';
import { followUpForm } from './followUpForm';
import { replyBox } from './replyBox';
import { requesterProfile } from './requesterProfile';
import { submitTicket } from './submitTicket';
import { buildTicketModel } from './ticketModel';
import type { TicketModel } from './ticketModel';
import { ticketOptions } from './ticketOptions';
import { ticketProperties } from './ticketProperties';
import { ticketRelations } from './ticketRelations';

type Surroundings = { page: HTMLElement; data: AgentPageData; rest: RestClient; scheme: ColorSchemeSwitch };

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
  const submitNow = async () => {
    const veto = await app?.askBeforeSave();
    if (veto !== undefined) {
      showToast(veto === '' ? 'The app does not let this be saved.' : veto, 'error');
      return;
    }
    app?.emit('ticket.submit.start');
    try {
      const auditId = await submitTicket(model, rest);
      if (auditId !== undefined) ownAudits.add(auditId);
      model.replaceSubmitted(await read());
      app?.emit('ticket.submit.done');
    } catch (error) {
      showToast(toSentence(error), 'error');
      app?.emit('ticket.submit.fail');
    }
    app?.emit('ticket.submit.always');
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
    submit: () => (submitting = submitNow()),
    hear: (event: AgentEvent) => {
      if ('ticketId' in event) hear(event).catch(() => undefined);
      else if (event.userId === model.saved().requester?.id) refresh();
    },
    refresh,
  };
}
