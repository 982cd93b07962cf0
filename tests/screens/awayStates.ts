import { buildView } from '../app/buildView';
import { VIEWS } from './firstLookStates';
import type { HostWindow } from './hostScript';
import { waitForNotice } from './press';
import { BRIDGE, buildAnswers, REQUESTER } from './states';
import type { ScreenState } from './states';

const ready = buildAnswers(VIEWS.ready);
const newTicket = (answers: ScreenState['answers']): ScreenState['answers'] => ({
  ...answers,
  context: { location: 'new_ticket_sidebar' },
});
const without = (path: string): ScreenState['answers']['paths'] =>
  Object.fromEntries(Object.entries(ready.paths).filter(([known]) => known !== path));
const bridge = (status: number, body: unknown): ScreenState['answers'] => ({
  ...ready,
  requests: [
    { match: '/api/v2/users/', status: 200, body: REQUESTER },
    { match: BRIDGE, status, body },
  ],
});
const refusal = (code: string) => ({ error: { code, requestId: 'r' } });

/** Where something that the panel needs is not there, or not there yet. */
export const AWAY_STATES: ScreenState[] = [
  { name: 'bridge-down', answers: bridge(0, null) },
  {
    name: 'bridge-down-later',
    answers: { ...ready, later: [{ match: BRIDGE, status: 503, body: refusal('database_unavailable') }] },
    async act(frame) {
      await frame.page().evaluate(() => {
        const host = window as unknown as HostWindow;
        host.turn();
        host.fire('ticket.updated', {});
      });
      await waitForNotice(frame);
    },
  },
  { name: 'unauthorized', answers: bridge(401, refusal('unauthorized')) },
  { name: 'ticket-unknown', answers: bridge(404, refusal('ticket_not_found')) },
  { name: 'not-set-up', answers: { ...ready, settings: {} } },
  { name: 'not-set-up-field', answers: { ...ready, paths: without('requirement:credit_action') } },
  {
    name: 'new-ticket',
    answers: newTicket(buildAnswers(buildView({ handOver: { creditState: 'debited', reason: 'charged' } }))),
  },
  { name: 'new-ticket-no-credits', answers: newTicket(buildAnswers(VIEWS['care-no-credits'])) },
  {
    name: 'new-ticket-no-requester',
    answers: newTicket({ ...ready, paths: { ...ready.paths, 'ticket.requester.id': null } }),
  },
];
