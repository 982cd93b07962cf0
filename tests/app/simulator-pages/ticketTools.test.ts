import { screen, waitFor } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { deletedTickets } from '../../../src/simulators/zendesk/browser/agent/deletedTickets';
import { submitNewTicket, submitTicket } from '../../../src/simulators/zendesk/browser/agent/submitTicket';
import { buildTicketModel } from '../../../src/simulators/zendesk/browser/agent/ticketModel';
import type { TicketModel } from '../../../src/simulators/zendesk/browser/agent/ticketModel';
import { ticketOptions } from '../../../src/simulators/zendesk/browser/agent/ticketOptions';
import { ticketRelations } from '../../../src/simulators/zendesk/browser/agent/ticketRelations';
import type { RestClient } from '../../../src/simulators/zendesk/browser/restClient';
import type { TicketView } from '../../../src/simulators/zendesk/pages/views/TicketView';
import { buildTicket } from './buildHostPage';

type Sent = { method: string; path: string; body: unknown };
type Answers = Record<string, unknown>;

afterEach(() => {
  document.body.replaceChildren();
});

/** An account that answers each path as told, a list one answer after the other, and keeps what it was sent. */
function buildRest(answers: Answers): { rest: RestClient; sent: Sent[] } {
  const sent: Sent[] = [];
  const answer = (path: string): unknown => {
    const told = answers[path] ?? {};
    return Array.isArray(told) ? told.shift() : told;
  };
  const rest: RestClient = {
    fetch: () => Promise.reject(new Error('These tests send JSON only.')),
    read: async <Answer>(path: string) => answer(path) as Answer,
    send: async <Answer>(method: string, path: string, body?: unknown) => {
      sent.push({ method, path, body });
      return answer(path) as Answer;
    },
  };
  return { rest, sent };
}

function show(
  build: (model: TicketModel, rest: RestClient) => HTMLElement,
  changes: Partial<TicketView> = {},
  answers: Answers = {},
): { model: TicketModel; sent: Sent[]; rest: RestClient } {
  const model = buildTicketModel(buildTicket(changes));
  const { rest, sent } = buildRest(answers);
  document.body.append(build(model, rest));
  return { model, sent, rest };
}

const showRelations = (changes: Partial<TicketView> = {}, answers: Answers = {}) =>
  show((model, rest) => ticketRelations(model, rest, []), changes, answers);
const showOptions = (changes: Partial<TicketView> = {}, answers: Answers = {}) =>
  show(ticketOptions, changes, answers);
const submitted = async ({ model, rest, sent }: ReturnType<typeof show>): Promise<unknown> => {
  await submitTicket(model, rest);
  return sent.at(-1)?.body;
};

describe('a ticket that is being written', () => {
  it('is created with what was chosen and written, and not before it is somebody’s', async () => {
    const { model, rest, sent } = show(
      () => document.createElement('div'),
      { requester: undefined },
      { '/api/v2/tickets.json': { ticket: { id: 44 } } },
    );
    model.change({ subject: 'Keys', values: { 100: 'sales' } });
    model.changeComment({ text: 'Called by telephone.', isPublic: false });
    await expect(submitNewTicket(model, rest)).rejects.toThrow('Choose whose ticket it is.');
    expect(sent).toEqual([]);
    model.change({ requester: buildTicket().requester });
    expect(await submitNewTicket(model, rest)).toBe(44);
    expect(sent).toEqual([
      {
        method: 'POST',
        path: '/api/v2/tickets.json',
        body: {
          ticket: {
            subject: 'Keys',
            requester_id: 7,
            custom_fields: [{ id: 100, value: 'sales' }],
            comment: { body: 'Called by telephone.', public: false },
          },
        },
      },
    ]);
  });
});

describe('the tags of a ticket', () => {
  it('are added by the keyboard and taken away by their buttons, and leave with the next submit', async () => {
    const shown = showRelations({ tags: ['sales', 'vip'] });
    await userEvent.type(screen.getByRole('textbox', { name: 'Tags' }), 'Software_Defect{Enter}');
    await userEvent.click(screen.getByRole('button', { name: 'Remove the tag vip' }));
    expect(await submitted(shown)).toEqual({ ticket: { tags: ['sales', 'software_defect'] } });
  });

  it('keep what others changed meanwhile, beside what the agent changed', async () => {
    const shown = showRelations({ tags: ['sales', 'vip'] });
    await userEvent.type(screen.getByRole('textbox', { name: 'Tags' }), 'late{Enter}');
    await userEvent.click(screen.getByRole('button', { name: 'Remove the tag vip' }));
    shown.model.replaceSaved(buildTicket({ tags: ['credit_debited', 'tech', 'vip'] }));
    expect(await submitted(shown)).toEqual({ ticket: { tags: ['credit_debited', 'late', 'tech'] } });
  });

  it('cannot be changed once the ticket is closed', () => {
    showRelations({ status: 'closed' });
    expect(screen.getByRole('textbox', { name: 'Tags' })).toBeDisabled();
    expect(screen.queryByRole('button', { name: /Remove/ })).toBeNull();
  });
});

describe('the problem of an incident', () => {
  const problems = { '/api/v2/problems.json': { tickets: [{ id: 9, subject: 'A defect', status: 'open' }] } };

  it('is chosen among the account’s problems', async () => {
    const shown = showRelations({ type: 'incident' }, problems);
    await screen.findByRole('option', { name: '#9 A defect' });
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Problem' }), '9');
    expect(await submitted(shown)).toEqual({ ticket: { problem_id: 9 } });
  });

  it('is let go', async () => {
    const problem = { id: 9, subject: 'A defect', status: 'open' };
    const shown = showRelations({ type: 'incident', problem }, problems);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Problem' }), '–');
    expect(await submitted(shown)).toEqual({ ticket: { problem_id: null } });
  });

  it('is asked for of incidents only, as soon as a ticket becomes one', () => {
    const { model } = showRelations({ type: 'question' }, problems);
    expect(screen.queryByRole('combobox', { name: 'Problem' })).toBeNull();
    model.change({ type: 'incident' });
    expect(screen.getByRole('combobox', { name: 'Problem' })).toBeInTheDocument();
  });
});

describe('the requester of a ticket', () => {
  const path = (email: string) => `/api/v2/users/search.json?query=${encodeURIComponent(`email:${email}`)}`;

  it('is changed by an address', async () => {
    const other = { id: 70, name: 'Tom', email: 'tom@client.test', role: 'end-user', locale: 'en-US' };
    const shown = showRelations({}, { [path(other.email)]: { users: [other] } });
    await userEvent.type(screen.getByLabelText('Another requester'), `${other.email}{Enter}`);
    expect(await screen.findByText('Tom · tom@client.test')).toBeInTheDocument();
    expect(await submitted(shown)).toEqual({ ticket: { requester_id: 70 } });
  });

  it('stays when nobody has the address, and that is said', async () => {
    const { model } = showRelations({}, { [path('who@client.test')]: { users: [] } });
    await userEvent.type(screen.getByLabelText('Another requester'), 'who@client.test{Enter}');
    expect(await screen.findByText('Nobody has the address who@client.test.')).toBeInTheDocument();
    expect(model.draft()).toEqual({ values: {} });
  });

  it('is let in again after having been suspended', async () => {
    const { sent } = showRelations({ requesterSuspended: true });
    await userEvent.click(screen.getByRole('button', { name: 'Let them in again' }));
    expect(sent).toEqual([
      { method: 'PUT', path: '/api/v2/users/7.json', body: { user: { suspended: false } } },
    ]);
  });
});

it('names the incidents of a problem and the tickets before and after', () => {
  showRelations({
    relations: {
      incidents: [{ id: 3, subject: 'Down', status: 'open' }],
      incidentCount: 25,
      followUpOf: { id: 4, subject: 'Before', status: 'closed' },
      followUps: [],
    },
  });
  expect(screen.getByText('Incidents (25, the first 1)')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '#3 Down' })).toHaveAttribute('href', '/agent/tickets/3');
  expect(screen.getByRole('link', { name: '#4 Before' })).toBeInTheDocument();
});

describe('the options of a ticket', () => {
  const open = () => userEvent.click(screen.getByText('Ticket options'));
  const merge = async () => {
    await open();
    await userEvent.type(screen.getByRole('spinbutton', { name: /Merge into/ }), '5');
    await userEvent.click(screen.getByRole('button', { name: 'Merge' }));
  };
  const ended = (result: object) => ({
    '/agent/data/tickets': { rows: [] },
    '/api/v2/tickets/5/merge.json': { job_status: { id: 'j', status: 'queued', results: null } },
    '/api/v2/job_statuses/j.json': [{ job_status: { id: 'j', status: 'completed', results: [result] } }],
  });

  it('merge it into another one, with comments on both, and say when that is done', async () => {
    const { sent } = showOptions({}, ended({ id: 1, success: true }));
    await merge();
    expect(await screen.findByText('Merged into #5.')).toBeInTheDocument();
    expect(sent).toMatchObject([
      {
        method: 'POST',
        path: '/api/v2/tickets/5/merge.json',
        body: {
          ids: [1],
          source_comment: 'This request was closed and merged into request #5.',
          source_comment_is_public: false,
          target_comment: 'Request #1 "Keys" was closed and merged into this request.',
        },
      },
    ]);
  });

  it('say why a merge was refused', async () => {
    showOptions({}, ended({ id: 1, success: false, error: 'RecordInvalid', details: 'Status: closed' }));
    await merge();
    expect(await screen.findByText('RecordInvalid: Status: closed')).toBeInTheDocument();
  });

  it('are those that its status and requester allow', async () => {
    const { model } = showOptions({ status: 'solved' });
    await open();
    const names = () => screen.getAllByRole('button').map((button) => button.textContent);
    expect(names()).toEqual([
      'Merge',
      'Close it now, as after 28 days',
      'Mark as spam and suspend the requester',
      'Delete',
    ]);
    model.replaceSaved(buildTicket({ status: 'closed' }));
    expect(names()).toEqual(['Delete']);
  });

  it('close a solved ticket as the system does', async () => {
    const { sent } = showOptions({ status: 'solved' });
    await open();
    await userEvent.click(screen.getByRole('button', { name: /Close it now/ }));
    expect(sent).toEqual([{ method: 'POST', path: '/_control/close', body: { tickets: [1] } }]);
  });
});

describe('the deleted tickets', () => {
  const deleted = [{ id: 8, subject: 'Gone', by: 'Carol', at: '2026-11-22T10:00:00Z' }];

  it('are restored, each by a button that names it', async () => {
    const { rest, sent } = buildRest({});
    document.body.append(...deletedTickets(deleted, rest));
    await userEvent.click(screen.getByRole('button', { name: 'Restore #8 Gone' }));
    expect(sent).toEqual([{ method: 'PUT', path: '/api/v2/deleted_tickets/8/restore.json', body: {} }]);
    expect(await screen.findByText('#8 is back.')).toBeInTheDocument();
  });

  it('are deleted for good', async () => {
    const done = { job_status: { id: 'j', status: 'completed', results: [{ id: 8, success: true }] } };
    const { rest, sent } = buildRest({ '/api/v2/deleted_tickets/8.json': done });
    document.body.append(...deletedTickets(deleted, rest));
    await userEvent.click(screen.getByRole('button', { name: 'Delete #8 Gone for good' }));
    await waitFor(() => {
      expect(sent).toEqual([{ method: 'DELETE', path: '/api/v2/deleted_tickets/8.json', body: undefined }]);
    });
  });

  it('leave no heading while there are none', () => {
    expect(deletedTickets([], buildRest({}).rest)).toEqual([]);
  });
});
